import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { fieldIds, renderArtifact } from '../../tests/fixtures/artifactPage';
import { saveByKey } from '../../tests/fixtures/saveByKey';
import { armFault } from '../../tests/sandbox/faults';
import type { World } from '../../tests/sandbox/model';

/** A comment and a field are typed, then a save goes one of the ways it can go. */
const TEXT = 'Seen by legal.';

type Page = Awaited<ReturnType<typeof renderArtifact>>;

function landedTimes(world: World): number {
  const all = world.artifacts.get(431)?.changesets ?? [];
  return all.filter(({ comment }) => comment.content === TEXT).length;
}

async function typed(): Promise<Page> {
  const page = await renderArtifact();
  await page.user.keyboard('e');
  const effort = screen.getByRole('textbox', { name: 'Effort' });
  await page.user.clear(effort);
  await page.user.type(effort, '8');
  await page.user.click(screen.getByRole('textbox', { name: 'Comment' }));
  await page.user.paste(TEXT);
  return page;
}

const byBen = ({ ask, world }: Page, name: string, value: unknown) =>
  ask('ben', 'PUT', 'artifacts/431', { values: [{ field_id: fieldIds(world)[name], value }] });

const save = ({ user }: Page) => user.click(screen.getByRole('button', { name: 'Save' }));

async function prompt(page: Page) {
  await byBen(page, 'effort', 13);
  await save(page);
  return screen.findByRole('dialog', { name: /^Conflict on/ });
}

async function withFault(page: Page, answer: Parameters<typeof armFault>[1]['answer']) {
  armFault(page.world, { match: 'PUT artifacts/431', answer });
  await save(page);
}

const saved = () => screen.findByText(/landed as changeset|Saved as changeset/);

interface Way {
  way: string;
  go(page: Page): Promise<unknown>;
  /** Where the comment is then: stored exactly once, or still in its box. */
  ends: 'stored' | 'typed';
}

const ways: readonly Way[] = [
  { way: 'saved', ends: 'stored', go: (page) => save(page).then(saved) },
  {
    way: 'the prompt is left by Escape',
    ends: 'typed',
    // As the browser tells a dialog that Escape was pressed.
    go: (page) => prompt(page).then((dialog) => fireEvent(dialog, new Event('cancel'))),
  },
  {
    way: 'the prompt is left by its button',
    ends: 'typed',
    async go(page) {
      const dialog = await prompt(page);
      await page.user.click(within(dialog).getByRole('button', { name: 'Back to editing' }));
    },
  },
  {
    way: 'mine is taken',
    ends: 'stored',
    go: (page) =>
      prompt(page)
        .then(() => page.user.keyboard('2{Control>}{Enter}{/Control}'))
        .then(saved),
  },
  {
    way: 'theirs is taken, so that only the comment is left',
    ends: 'stored',
    go: (page) =>
      prompt(page)
        .then(() => page.user.keyboard('1{Control>}{Enter}{/Control}'))
        .then(saved),
  },
  {
    way: 'a second conflict comes while one decides',
    ends: 'typed',
    async go(page) {
      await prompt(page);
      page.world.clockOffset += 5_000;
      await byBen(page, 'effort', 21);
      await page.user.keyboard('2{Control>}{Enter}{/Control}');
      await waitFor(() => expect(page.sent('PUT')).toHaveLength(2));
      await waitFor(() => expect(screen.getByRole('dialog')).toHaveTextContent('21'));
      await page.user.click(screen.getByRole('button', { name: 'Back to editing' }));
    },
  },
  {
    way: 'it is refused with 400',
    ends: 'typed',
    go: (page) =>
      withFault(page, { status: 400, body: 'Not so.' }).then(() => screen.findAllByText(/Not so/)),
  },
  {
    way: 'it is refused with 403',
    ends: 'typed',
    go: (page) =>
      withFault(page, { status: 403 }).then(() => screen.findAllByText(/does not let you change/)),
  },
  {
    way: 'the server fails with 500',
    ends: 'typed',
    go: (page) => withFault(page, { status: 500 }).then(() => screen.findByText(/Could not save/)),
  },
  {
    way: 'the answer is lost after it landed',
    ends: 'stored',
    go: (page) => withFault(page, 'drop-after-write').then(saved),
  },
  {
    way: 'a proxy answers 502 and nothing is found',
    ends: 'typed',
    go: (page) =>
      withFault(page, { status: 502 }).then(() => screen.findByText(/It is not known whether/)),
  },
  {
    way: 'a newer version is merged before the save',
    ends: 'stored',
    async go(page) {
      page.world.clockOffset += 5_000;
      await byBen(page, 'bp_id', 'BP-1');
      await page.queryClient.invalidateQueries();
      const merge = await screen.findByRole('button', { name: 'Merge now' });
      await page.user.click(merge);
      // Nothing overlaps: it comes in without a question.
      await waitFor(() => expect(merge).not.toBeInTheDocument());
      await saveByKey(page.user);
      await saved();
    },
  },
];

test.each(ways)('X7: the comment survives when $way', async ({ go, ends }) => {
  const page = await typed();
  await go(page);
  await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
  const box = screen.getByRole('textbox', { name: 'Comment' });
  expect(box).toHaveValue(ends === 'typed' ? TEXT : '');
  expect(landedTimes(page.world)).toBe(ends === 'stored' ? 1 : 0);
});
