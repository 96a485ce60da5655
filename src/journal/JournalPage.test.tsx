import { screen, waitFor, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { scope } from '~/api/session';
import { readJournal } from '~/saving/journal/journal';
import { fieldIds, renderArtifact, stored } from '../../tests/fixtures/artifactPage';
import { withStorage } from '../../tests/fixtures/browserStorage';
import { journalCsv } from './exportJournal';

withStorage();

vi.setConfig({ testTimeout: 60_000 });

/** Saves another effort, and shows the journal. */
async function saved() {
  const page = await renderArtifact();
  await page.user.keyboard('e');
  const effort = await screen.findByRole('textbox', { name: 'Effort' });
  await page.user.clear(effort);
  await page.user.type(effort, '8{Control>}{Enter}{/Control}');
  await screen.findByText(/Saved as changeset/);
  await page.router.navigate('/journal');
  await screen.findByRole('heading', { name: /Journal/ });
  return page;
}

async function undo(user: Awaited<ReturnType<typeof saved>>['user']) {
  await user.click(await screen.findByRole('button', { name: 'Undo' }));
  await screen.findByText(/The undo from/);
}

test('A7: a write stands in the journal with before, after, request and changeset; undo goes through the same save', async () => {
  const { user, world, router } = await saved();
  const list = await screen.findByRole('list', { name: 'Writes of this browser' });
  expect(list).toHaveTextContent(/Export keeps its columns/);
  expect(list).toHaveTextContent(/Effort5 ?became8/);
  expect(list).toHaveTextContent(/stored as changeset \d+/);
  expect(within(list).getByText('PUT /api/artifacts/431')).toBeInTheDocument();
  await undo(user);
  expect(await screen.findByRole('textbox', { name: 'Effort' })).toHaveValue('5');
  expect(stored(world, 'effort')).toBe(8);
  await user.keyboard('{Control>}{Enter}{/Control}');
  await waitFor(() => expect(stored(world, 'effort')).toBe(5));
  await screen.findByText(/Saved as changeset/);
  await router.navigate('/journal');
  expect(await screen.findByText(/undone by changeset \d+/)).toBeVisible();
});

test('A7: an undo over what somebody changed since is asked about, never sent unseen', async () => {
  const { user, ask, world } = await saved();
  await ask('ben', 'PUT', 'artifacts/431', {
    values: [{ field_id: fieldIds(world).effort, value: 13 }],
  });
  await undo(user);
  expect(await screen.findByText(/look at Effort/)).toBeVisible();
  expect(stored(world, 'effort')).toBe(13);
});

test('A7: the journal is exported line by line, and nothing in it is a formula', async () => {
  await saved();
  const { entries } = await readJournal(scope());
  const [head, line] = journalCsv(entries).split('\r\n');
  expect(head).toContain('field,before,after');
  expect(line).toContain(',Effort,5,8,');
  const [entry] = entries;
  if (!entry) throw new Error('an empty journal');
  expect(journalCsv([{ ...entry, comment: '=1+1' }])).toContain(",'=1+1,");
});
