import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { renderArtifact, stored } from '../../tests/fixtures/artifactPage';
import { armFault } from '../../tests/sandbox/faults';
import { stateRules } from '../../tests/sandbox/tracker/states';

type Page = Awaited<ReturnType<typeof renderArtifact>>;

const links = () => screen.getByRole('group', { name: 'Links' });
const adding = () => within(screen.getByRole('group', { name: 'New link' }));
const judged = () => within(adding().getByRole('list', { name: 'What the list becomes' }));

async function openAdding({ user }: Page, phrase?: string): Promise<void> {
  await user.click(screen.getByRole('button', { name: 'Edit' }));
  await user.click(await screen.findByRole('button', { name: 'Add a link' }));
  if (phrase) await user.selectOptions(adding().getByRole('combobox', { name: '#431' }), phrase);
}

async function paste({ user }: Page, text: string): Promise<void> {
  await user.click(adding().getByRole('textbox'));
  await user.paste(text);
}

const rowOf = (text: string) =>
  judged()
    .getByText((words) => words.startsWith(text.trim()))
    .closest('li');

test('L2: fifty pasted lines are looked up at once, the bad ones told at their place, the good ones added', async () => {
  const page = await renderArtifact();
  await openAdding(page, 'relates to');
  const ids = [...page.world.artifacts.values()]
    .filter(({ trackerId, id }) => trackerId === 81 && id !== 431)
    .slice(0, 45)
    .map(({ id }) => id);
  const lines = ids.map((id) => `- req #${id} from the mail of Monday`);
  const bad = ['Hello Anna,', '#9999999', 'art #431', `#${ids[0]}`];
  const said = 'is covered by https://tuleap.example.org/plugins/tracker/?aid=77';
  await paste(page, [...lines, ...bad, said].join('\n'));
  expect(adding().getByRole('textbox', { name: /^Artifacts, as many/ })).toHaveFocus();
  expect(await adding().findByText('45 links; 5 of 50 cannot be added, see below.')).toBeVisible();
  expect(rowOf('Hello Anna,')).toHaveTextContent(
    'It names no artifact: no number, reference or address.',
  );
  expect(rowOf('#9999999')).toHaveTextContent('There is no such artifact that you may see.');
  expect(judged().getByText(/^#431/).closest('li')).toHaveTextContent('linked to itself');
  expect(judged().getByText('It stands further up already.')).toBeVisible();
  expect(rowOf('#77 ')).toHaveTextContent('Its address is of tuleap.example.org, another server');
  await page.user.click(
    adding().getByRole('button', { name: 'tuleap.example.org is this server' }),
  );
  expect(adding().getByText('46 links; 4 of 50 cannot be added, see below.')).toBeVisible();
  expect(adding().getByRole('button', { name: 'Add 46 links' })).toHaveFocus();
  const own = judged().getByRole('combobox', { name: 'Type of the link to #77' });
  expect(own).toHaveDisplayValue('is covered by');
  await page.user.selectOptions(
    judged().getByRole('combobox', { name: `Type of the link to #${ids[1]}` }),
    'blocks',
  );
  const asked = page.sent('GET').filter(({ path }) => path === '/api/artifacts');
  await page.user.click(adding().getByRole('button', { name: 'Add 46 links' }));
  const left = adding().getByRole('textbox', { name: /^Artifacts, as many/ });
  expect(left).toHaveValue('Hello Anna,\n#9999999\nart #431');
  // The added ones stand above by now: the eye and the caret are where something is left to do.
  expect(left).toHaveFocus();
  await page.user.click(screen.getByRole('button', { name: 'Save' }));
  await screen.findByText(/Saved as changeset/);
  const now = stored(page.world, 'links');
  expect(now).toHaveLength(48);
  expect(now).toEqual(
    expect.arrayContaining([
      { id: 77, type: '_covered_by' },
      { id: ids[1], type: 'blocks' },
      { id: ids[2], type: 'relates_to' },
    ]),
  );
  // All of the list in one, and not one request a line.
  expect(asked.length).toBeLessThanOrEqual(4);
});

test('L2, L5: fifty artifacts that would be written to are asked for in a handful of requests, frozen ones refused', async () => {
  const page = await renderArtifact();
  const { world } = page;
  const tracker = world.trackers.get(81);
  const links = tracker?.fields.find(({ name }) => name === 'links');
  const status = tracker?.fields.find(({ name }) => name === 'status');
  const done = status?.values?.find(({ label }) => label === 'Done');
  const others = [...world.artifacts.values()].filter((one) => one.trackerId === 81);
  const ids = others.slice(10, 60).map(({ id }) => id);
  if (!tracker?.workflow || !links || !done) throw new Error('no workflow to freeze links with');
  const { states = [] } = tracker.workflow;
  states.push({ valueId: Number(done.id), frozenFieldIds: [links.id], hiddenFieldsetIds: [] });
  tracker.workflow.states = states;
  const isDone = (id: number) => {
    const artifact = world.artifacts.get(id);
    return artifact !== undefined && stateRules(tracker, artifact).frozen.has(links.id);
  };
  const frozen = ids.filter(isDone);
  expect(frozen.length).toBeGreaterThan(0);
  await openAdding(page, 'covers');
  const before = page.sent('GET').length;
  await paste(page, ids.map((id) => `#${id}`).join('\n'));
  const open = ids.length - frozen.length;
  const words = `${open} links; ${frozen.length} of ${ids.length} cannot be added, see below.`;
  expect((await adding().findByText(/cannot be added/)).textContent).toBe(words);
  expect(judged().getAllByText(/^You may not change Links of/)).toHaveLength(frozen.length);
  await page.user.click(adding().getByRole('button', { name: `Add ${open} links` }));
  await screen.findByText(/^Saving also writes a changeset on/);
  expect(page.sent('GET').length - before).toBeLessThan(12);
});

test('L2, L3: one artifact may stand there for each direction; two types for one link are told and stay to be mended', async () => {
  const page = await renderArtifact();
  await openAdding(page, 'relates to');
  await paste(page, '#12\nis child of #12\nblocks #12\nrelates to #12');
  expect(await adding().findByText('2 links; 2 of 4 cannot be added, see below.')).toBeVisible();
  expect(judged().getByText('It stands further up already, as another type.')).toBeVisible();
  expect(judged().getByText('It stands further up already.')).toBeVisible();
  await page.user.click(adding().getByRole('button', { name: 'Add 2 links' }));
  expect(adding().getByRole('textbox', { name: /^Artifacts, as many/ })).toHaveValue('blocks #12');
  expect(await judged().findByText('#12 is linked already: relates to #12.')).toBeVisible();
  for (const [link, phrase] of [
    ['to', 'relates to'],
    ['from', 'is child of'],
  ]) {
    const name = `Type of the link ${link} #12`;
    expect(within(links()).getByRole('combobox', { name })).toHaveDisplayValue(phrase ?? '');
  }
});

test('L2: a number that nobody here can see may be added all the same: the server takes links to what is hidden (links/54)', async () => {
  const page = await renderArtifact();
  await openAdding(page, 'relates to');
  await paste(page, '#12\n#9999999');
  expect(await adding().findByText('1 link; 1 of 2 cannot be added, see below.')).toBeVisible();
  judged().getByRole('button', { name: 'Add #9999999 all the same' }).focus();
  await page.user.keyboard('{Enter}');
  // The pressed button is gone: the keys go on from what comes next.
  expect(adding().getByRole('button', { name: 'Add 2 links' })).toHaveFocus();
  await page.user.keyboard('{Enter}');
  expect(links()).toHaveTextContent(/#9999999.*added/);
});

test('L2: the name by which the server calls itself is no other server, though the app is elsewhere', async () => {
  const page = await renderArtifact();
  const self = z.looseObject({}).parse(await page.ask('anna', 'GET', 'users/self'));
  const avatar_url = 'https://tuleap.example.org/themes/common/images/avatar_default.png';
  const body = { ...self, avatar_url };
  armFault(page.world, { match: 'GET users/self', answer: { status: 200, body }, times: 1 });
  await openAdding(page, 'relates to');
  const address = (host: string, id: number) => `https://${host}/plugins/tracker/?aid=${id}`;
  await paste(page, `${address('tuleap.example.org', 77)}\n${address('old.example.org', 78)}`);
  expect(await adding().findByText('1 link; 1 of 2 cannot be added, see below.')).toBeVisible();
  expect(rowOf('#78 ')).toHaveTextContent('Its address is of old.example.org, another server');
});

test('L2: a list that was typed, with nothing usable in it, adds nothing and says so', async () => {
  const page = await renderArtifact();
  await openAdding(page);
  await page.user.click(adding().getByRole('button', { name: 'Paste a list' }));
  await page.user.type(adding().getByRole('textbox'), 'nothing');
  const add = await adding().findByRole('button', { name: 'Add 0 links' });
  await waitFor(() => expect(add).toHaveAccessibleDescription('No line of it can be added'));
  await page.user.click(adding().getByRole('button', { name: 'Back to one' }));
  expect(adding().getByRole('textbox', { name: 'Artifact' })).toHaveFocus();
});

test('L2: the artifacts seen lately are offered before anything is typed', async () => {
  const page = await renderArtifact();
  await page.router.navigate('/artifacts/640');
  await screen.findByRole('heading', { level: 1, name: 'Test: export of 10,000 rows' });
  await page.router.navigate('/artifacts/12');
  await screen.findByText('req #12');
  await page.router.navigate('/artifacts/431');
  await screen.findByText('req #431');
  await openAdding(page, 'relates to');
  const found = within(await adding().findByRole('list', { name: 'Found artifacts' }));
  expect(found.getAllByRole('button')[0]).toHaveAccessibleName(/^Add #12 /);
  expect(found.getByRole('button', { name: /^Add #640 / })).toHaveAccessibleDescription(
    '#640 is linked already: is covered by #640',
  );
  await page.user.click(found.getByRole('button', { name: /^Add #12 / }));
  expect(links()).toHaveTextContent(/#12.*added/);
});
