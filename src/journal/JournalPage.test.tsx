import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { scope } from '~/api/session';
import { readJournal } from '~/saving/journal/journal';
import { fieldIds, renderArtifact, stored } from '../../tests/fixtures/artifactPage';
import { refuseWrites, withStorage } from '../../tests/fixtures/browserStorage';
import { saveByKey } from '../../tests/fixtures/saveByKey';
import { renderAt } from '../../tests/renderAt';
import { journalCsv } from './exportJournal';

withStorage();

/** Saves another effort, and shows the journal. */
async function saved() {
  const page = await renderArtifact();
  await page.user.keyboard('e');
  const effort = await screen.findByRole('textbox', { name: 'Effort' });
  await page.user.clear(effort);
  await page.user.type(effort, '8');
  await saveByKey(page.user);
  await screen.findByText(/Saved as changeset/);
  await page.router.navigate('/journal');
  await screen.findByRole('heading', { name: /Journal/ });
  return page;
}

test('A7: what was made stands in the journal in the words of its fields', async () => {
  const { user, router } = await renderAt('/trackers/81/new');
  await user.type(await screen.findByRole('textbox', { name: 'Title' }), 'Read twice');
  await user.type(screen.getByRole('textbox', { name: 'Description' }), 'Why: **safety**');
  await user.click(screen.getByRole('combobox', { name: 'Severity' }));
  await user.click(await screen.findByRole('option', { name: 'Major' }));
  await user.click(screen.getByRole('button', { name: 'Create' }));
  await waitFor(() => expect(router.state.location.pathname).toMatch(/^\/artifacts\/\d+$/));
  const { entries } = await readJournal(scope());
  const made = entries.find(({ place }) => place === 'new');
  expect(made?.changes.map(({ label, before, after }) => [label, before, after])).toEqual([
    ['Title', '', 'Read twice'],
    ['Description', '', 'Why: **safety**'],
    ['Severity', '', 'Major'],
  ]);
});

async function undo(user: Awaited<ReturnType<typeof saved>>['user']) {
  await user.click(await screen.findByRole('button', { name: 'Undo' }));
  await screen.findByText(/The undo from/);
}

test('A7, A1: a write stands in the journal with before, after, request and changeset; undo goes through the same save', async () => {
  const { user, world, router } = await saved();
  const list = await screen.findByRole('list', { name: 'Writes of this browser' });
  expect(list).toHaveTextContent(/Export keeps its columns/);
  expect(list).toHaveTextContent(/Effort5to8/);
  expect(list).toHaveTextContent(/stored as changeset \d+/);
  expect(within(list).getByText('PUT /api/artifacts/431')).toBeInTheDocument();
  await undo(user);
  expect(await screen.findByRole('textbox', { name: 'Effort' })).toHaveValue('5');
  expect(stored(world, 'effort')).toBe(8);
  // A1: what the undo will send stands there before it is sent.
  await user.click(screen.getAllByRole('button', { name: 'Show the request' }).at(-1) ?? list);
  const request = await screen.findByRole('dialog', { name: 'The request, not sent yet' });
  expect(request).toHaveTextContent(/PUT \/api\/artifacts\/431.*"value":5/);
  await user.click(within(request).getByRole('button', { name: 'Close' }));
  await saveByKey(user);
  await waitFor(() => expect(stored(world, 'effort')).toBe(5));
  await screen.findByText(/Saved as changeset/);
  await router.navigate('/journal');
  expect(await screen.findByText(/undone by changeset \d+/)).toBeVisible();
});

test('A7: an undo leaves the links that others have set to it since; links of others have their own entry, and undo, there', async () => {
  const page = await renderArtifact();
  const { user, world, router, ask } = page;
  const links = fieldIds(world).links;
  const linksAt = async (id: number) => JSON.stringify(await ask('anna', 'GET', `artifacts/${id}`));
  await user.keyboard('e');
  await user.click(await screen.findByRole('button', { name: 'Remove the link to #433' }));
  await user.click(screen.getByRole('button', { name: 'Add a link' }));
  const adding = within(screen.getByRole('group', { name: 'New link' }));
  await user.selectOptions(adding.getByRole('combobox', { name: '#431' }), 'is child of');
  await user.type(adding.getByRole('textbox', { name: 'Artifact' }), '#12');
  await user.click(await adding.findByRole('button', { name: /^Add #12 / }));
  await saveByKey(user);
  await screen.findByText(/Saved as changeset .* Also saved/);
  await ask('ben', 'PUT', 'artifacts/40', {
    values: [{ field_id: links, links: [{ id: 431, type: 'blocks' }] }],
  });
  await router.navigate('/journal');
  const list = await screen.findByRole('list', { name: 'Writes of this browser' });
  expect(within(list).getByText('PUT /api/artifacts/12')).toBeInTheDocument();
  const own = within(list).getByText('PUT /api/artifacts/431').closest('li');
  if (!own) throw new Error('no entry');
  expect(own).not.toHaveTextContent(/is child of/);
  await user.click(within(own).getByRole('button', { name: 'Undo' }));
  await screen.findByText(/The undo from/);
  expect(screen.getByRole('group', { name: 'Links' })).not.toHaveTextContent(/removed/);
  await saveByKey(user);
  await screen.findByText(/Saved as changeset/);
  await waitFor(() => expect(stored(world, 'links')).toContainEqual({ id: 433, type: 'blocks' }));
  for (const id of [12, 40]) expect(await linksAt(id)).toMatch(/"id":431\b/);
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

test('A7: what was made has its way back on its page, and what has none says why', async () => {
  const page = await renderAt('/trackers/81/new');
  const { user, router } = page;
  await user.type(await screen.findByRole('textbox', { name: 'Title' }), 'Made by mistake');
  await user.click(screen.getByRole('button', { name: 'Create' }));
  await screen.findByRole('heading', { level: 1, name: 'Made by mistake' });
  await router.navigate('/journal');
  await user.click(await screen.findByRole('link', { name: 'Delete it' }));
  const dialog = within(await screen.findByRole('alertdialog', { name: /^Delete req #/ }));
  const id = router.state.location.pathname.split('/').at(-1) ?? '';
  await user.type(dialog.getByRole('textbox'), id);
  await user.click(dialog.getByRole('button', { name: /^Delete req/ }));
  await screen.findByText(/is deleted/);
  await router.navigate('/journal');
  const list = await screen.findByRole('list', { name: 'Writes of this browser' });
  await waitFor(() => expect(within(list).getAllByRole('listitem')).toHaveLength(2));
  const [deletion] = within(list).getAllByRole('listitem');
  expect(deletion).toHaveTextContent(`req #${id} Made by mistake`);
  expect(deletion).toHaveTextContent(/TitleMade by mistaketoNone/);
  expect(within(list).getAllByRole('button', { name: 'Undo' })[0]).toHaveAccessibleDescription(
    /Tuleap deletes for good/,
  );
});

test('A7: settings of a repository are undone by the same save, over what others changed since', async () => {
  const { user, router, ask } = await renderAt('/svn/1');
  const before = (await screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Whitelist' }))
    .value;
  await user.type(screen.getByRole('textbox', { name: 'Whitelist' }), '\n/tags/mine');
  await saveByKey(user);
  await screen.findByText(/^Saved\. Read back/);
  await router.navigate('/journal');
  const list = await screen.findByRole('list', { name: 'Writes of this browser' });
  expect(list).toHaveTextContent(/Whitelist.*\/tags\/mine/);
  await user.click(within(list).getByRole('button', { name: 'Undo' }));
  expect(await screen.findByText(/The undo from/)).toHaveTextContent('1 change');
  expect(await screen.findByRole('textbox', { name: 'Whitelist' })).toHaveValue(before);
  await saveByKey(user);
  await screen.findByText(/^Saved\. Read back/);
  const now = await ask('anna', 'GET', 'svn/1');
  expect(JSON.stringify(now)).not.toContain('/tags/mine');
  await router.navigate('/journal');
  expect(await screen.findByText(/undone later/)).toBeVisible();
});

test('A7: a browser without room says that the last write is not listed, and never "nothing written"', async () => {
  refuseWrites('QuotaExceededError');
  await saved();
  expect(
    await screen.findByText(/no room left, so what you changed last is not listed/),
  ).toBeVisible();
  expect(screen.queryByText('Nothing written yet')).not.toBeInTheDocument();
});
