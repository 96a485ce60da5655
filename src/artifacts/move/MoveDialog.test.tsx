import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { renderArtifact } from '../../../tests/fixtures/artifactPage';
import { lateDialog } from '../../../tests/fixtures/pages/lateDialog';
import { armFault } from '../../../tests/sandbox/faults';

type Page = Awaited<ReturnType<typeof renderArtifact>>;

async function open({ user }: Page) {
  await user.click(await screen.findByRole('button', { name: 'More actions' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Move to another tracker…' }));
  return lateDialog('Move req #431 to another tracker');
}

type Dialog = Awaited<ReturnType<typeof open>>;

const choose = ({ user }: Page, dialog: Dialog, tracker: string) =>
  waitFor(() =>
    user.selectOptions(dialog.getByRole('combobox', { name: 'To the tracker' }), tracker),
  );

const moves = (page: Page) => page.sent('PATCH').map(({ path, body }) => [path, body]);

test('V7: what is lost stands there value by value before anything is sent, then it is moved', async () => {
  const page = await renderArtifact();
  const dialog = await open(page);
  await choose(page, dialog, 'Bugs');
  const table = within(await dialog.findByRole('table', { name: 'Values that are lost' }));
  const row = table.getByRole('rowheader', { name: 'BP-ID' }).closest('tr');
  expect(row).toHaveTextContent('BP-2207');
  expect(row).toHaveTextContent('Lost: the other tracker has no place for it');
  expect(dialog.getByText(/values are kept/)).toBeVisible();
  expect(moves(page)).toEqual([
    ['/api/artifacts/431', { move: { tracker_id: 82, dry_run: true } }],
  ]);
  await page.user.click(dialog.getByRole('button', { name: /^Move req #431, losing \d+ values/ }));
  expect(await screen.findByText('req #431 is moved; the numbers stay.')).toBeVisible();
  expect(moves(page)[1]).toEqual(['/api/artifacts/431', { move: { tracker_id: 82 } }]);
  expect(page.world.artifacts.get(431)?.trackerId).toBe(82);
  expect((await screen.findAllByText('bug #431')).length).toBeGreaterThan(0);
});

test('V7: others of the tracker move along, each with what it would lose; what cannot is told', async () => {
  const page = await renderArtifact();
  const dialog = await open(page);
  await page.user.click(dialog.getByText('Move others of Requirements along'));
  await page.user.click(dialog.getByRole('textbox', { name: /numbers, references/ }));
  const foreign = 'https://old.example.org/plugins/tracker/?aid=12';
  await page.user.paste(`req #433\n#640\n#9999999\nsomething\n${foreign}`);
  const told = within(await dialog.findByRole('list', { name: 'Not moved along' }));
  expect(await told.findByText(/#640: It is in Tests, not in Requirements/)).toBeVisible();
  expect(told.getByText(/#9999999: There is no such artifact/)).toBeVisible();
  expect(told.getByText(/something: It names no artifact/)).toBeVisible();
  expect(told.getByText(/aid=12: Its address is of old\.example\.org/)).toBeVisible();
  await choose(page, dialog, 'Bugs');
  const table = within(await dialog.findByRole('table', { name: 'Values that are lost' }));
  await waitFor(() => expect(table.getAllByText('req #433').length).toBeGreaterThan(0));
  expect(table.getAllByText('req #431').length).toBeGreaterThan(0);
  await page.user.click(await dialog.findByRole('button', { name: /^Move 2 artifacts, losing/ }));
  expect(
    await screen.findByText('req #431 and req #433 are moved; the numbers stay.'),
  ).toBeVisible();
  expect(page.world.artifacts.get(433)?.trackerId).toBe(82);
});

test('V7: a tracker of another project is named before anything moves; one of another server is none', async () => {
  const page = await renderArtifact();
  const dialog = await open(page);
  await choose(page, dialog, 'In another project…');
  const place = dialog.getByRole('textbox', { name: 'Number or address of the tracker' });
  await page.user.click(place);
  await page.user.paste('https://old.example.org/plugins/tracker/?tracker=82');
  expect(await dialog.findByText(/^The address is of old\.example\.org, another/)).toBeVisible();
  expect(moves(page)).toEqual([]);
  await page.user.click(dialog.getByRole('button', { name: 'It is this server' }));
  expect(await dialog.findByText('Bugs in Acme')).toBeVisible();
  await waitFor(() => expect(moves(page)).toHaveLength(1));
  await page.user.clear(place);
  await page.user.type(place, '99999');
  expect(await dialog.findByText('There is no such tracker that you may see.')).toBeVisible();
});

test('V7: a dry run without an answer says nothing against the artifact, and is asked again', async () => {
  const page = await renderArtifact();
  armFault(page.world, { match: 'PATCH artifacts/431', answer: { status: 503 } });
  const dialog = await open(page);
  await choose(page, dialog, 'Bugs');
  const told = await dialog.findByRole('alert');
  expect(told).toHaveTextContent(/^It is not known whether req #431 can be moved there\./);
  expect(dialog.getByRole('button', { name: 'Move req #431' })).toHaveAccessibleDescription(
    'It is not known whether it can be moved there',
  );
  await page.user.click(within(told).getByRole('button', { name: 'Ask again' }));
  expect(await dialog.findByRole('table', { name: 'Values that are lost' })).toBeVisible();
  expect(dialog.queryByRole('alert')).not.toBeInTheDocument();
});

test('V7: a tracker that does not take it says so in the server’s words, and nothing can be sent', async () => {
  const page = await renderArtifact();
  armFault(page.world, {
    match: 'PATCH artifacts/431',
    answer: {
      status: 400,
      body: { error: { code: 400, message: 'Bad Request: User must be admin of both trackers' } },
    },
  });
  const dialog = await open(page);
  await choose(page, dialog, 'Bugs');
  expect(await dialog.findByRole('alert')).toHaveTextContent(/must be admin of both trackers/);
  const move = dialog.getByRole('button', { name: 'Move req #431' });
  expect(move).toHaveAccessibleDescription('The server would not move it there');
  await page.user.click(move);
  expect(moves(page)).toHaveLength(1);
});

test('V7: an answer that is lost is found by where the artifact is', async () => {
  const page = await renderArtifact();
  const dialog = await open(page);
  await choose(page, dialog, 'Bugs');
  const button = await dialog.findByRole('button', { name: /^Move req #431, losing/ });
  armFault(page.world, { match: 'PATCH artifacts/431', answer: 'drop-after-write' });
  await page.user.click(button);
  expect(await screen.findByText('req #431 is moved; the numbers stay.')).toBeVisible();
  expect(moves(page)).toHaveLength(2);
});

test('V7: unsaved changes would have no place there: they come first; the request is shown before', async () => {
  const page = await renderArtifact();
  await page.user.type(screen.getByRole('textbox', { name: 'Comment' }), 'Wait');
  const dialog = await open(page);
  await choose(page, dialog, 'Bugs');
  const button = await dialog.findByRole('button', { name: /^Move req #431, losing/ });
  expect(button).toHaveAccessibleDescription('Save or discard a comment first');
  await page.user.click(dialog.getByRole('button', { name: 'Show the request' }));
  const shown = await screen.findByRole('dialog', { name: /request/i });
  expect(shown).toHaveTextContent(/PATCH/);
  expect(shown).toHaveTextContent(/"tracker_id": ?82/);
  expect(shown).not.toHaveTextContent('dry_run');
});

test('V7: the page of what was moved begins anew, and says there which others were not, and why', async () => {
  const page = await renderArtifact();
  await page.user.click(screen.getByRole('tab', { name: 'Comments and history' }));
  const dialog = await open(page);
  await page.user.click(dialog.getByText('Move others of Requirements along'));
  await page.user.click(dialog.getByRole('textbox', { name: /numbers, references/ }));
  await page.user.paste('req #433\nreq #12');
  await choose(page, dialog, 'Bugs');
  const button = await dialog.findByRole('button', { name: /^Move 3 artifacts, losing/ });
  const before = moves(page).length;
  armFault(page.world, { match: 'PATCH artifacts/12', answer: { status: 403 } });
  await page.user.click(button);
  expect(await screen.findByText('req #431 is moved; the numbers stay.')).toBeVisible();
  expect((await screen.findAllByText('bug #431')).length).toBeGreaterThan(0);
  const told = (await screen.findByText('req #12 was not moved.')).closest('[role=alert]');
  expect(told).toHaveTextContent('Your account lacks the permission');
  expect(told).toHaveTextContent('req #433 was not tried');
  await waitFor(() => expect(screen.getByRole('heading', { level: 1 })).toHaveFocus());
  // What it was told is not asked once more.
  expect(moves(page)).toHaveLength(before + 2);
  // A filter of the history and a tab are other places of the same page; the way back is no new word of it.
  const { router, user } = page;
  await user.click(await screen.findByRole('button', { name: 'Comments' }));
  await waitFor(() => expect(router.state.location.search).toContain('show=comments'));
  await user.click(screen.getByRole('tab', { name: 'Details' }));
  await waitFor(() => expect(router.state.location.search).not.toContain('tab='));
  expect(screen.getByText('req #12 was not moved.')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Understood' }));
  await waitFor(() => expect(screen.queryByText('req #12 was not moved.')).not.toBeInTheDocument());
  await router.navigate(-1);
  await waitFor(() => expect(router.state.location.search).not.toContain('show=comments'));
  expect(screen.queryByText('req #12 was not moved.')).not.toBeInTheDocument();
  // Nor would a reload there be.
  await waitFor(() => expect(router.state.location.state).toBeNull());
});
