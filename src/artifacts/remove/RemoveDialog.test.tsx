import { screen, waitFor, within } from '@testing-library/react';
import { beforeAll, expect, test, vi } from 'vitest';
import { renderArtifact } from '../../../tests/fixtures/artifactPage';
import { renderAt } from '../../../tests/renderAt';
import { armFault } from '../../../tests/sandbox/faults';

beforeAll(() => import('~/artifacts/ArtifactPage'));

type Page = Awaited<ReturnType<typeof renderArtifact>>;

async function open({ user }: Pick<Page, 'user'>) {
  await user.click(await screen.findByRole('button', { name: 'More actions' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Delete…' }));
  return within(await screen.findByRole('alertdialog', { name: 'Delete req #431?' }));
}

type Dialog = Awaited<ReturnType<typeof open>>;

async function confirm({ user }: Pick<Page, 'user'>, dialog: Dialog): Promise<void> {
  await user.type(dialog.getByRole('textbox', { name: 'Type 431 to delete it' }), '431');
  await user.click(dialog.getByRole('button', { name: 'Delete req #431' }));
}

test('V8: the dialog names the artifact, what else it touches, and wants its number', async () => {
  const page = await renderArtifact();
  const dialog = await open(page);
  expect(dialog.getByText('Export keeps its columns and their order')).toBeVisible();
  expect(dialog.getByText(/2 artifacts are linked with it.*#433, #640/)).toBeVisible();
  expect(dialog.getByText(/unknown until the first one/)).toBeVisible();
  expect(dialog.getByRole('button', { name: 'Keep it' })).toHaveFocus();
  await page.user.click(dialog.getByRole('button', { name: 'Delete req #431' }));
  expect(page.sent('DELETE')).toEqual([]);
  await page.user.type(dialog.getByRole('textbox'), '43');
  expect(dialog.getByRole('button', { name: 'Delete req #431' })).toHaveAttribute(
    'aria-disabled',
    'true',
  );
});

test('V8: Enter deletes with the right number, and says of another that it is not', async () => {
  const page = await renderArtifact();
  const dialog = await open(page);
  const box = dialog.getByRole('textbox', { name: 'Type 431 to delete it' });
  await page.user.type(box, '43{Enter}');
  expect(box).toHaveAccessibleDescription('“43” is not 431.');
  expect(page.sent('DELETE')).toEqual([]);
  await page.user.type(box, '1');
  expect(box).toBeValid();
  await page.user.keyboard('{Enter}');
  await waitFor(() => expect(page.router.state.location.pathname).toBe('/trackers/81'));
  expect(page.sent('DELETE')).toHaveLength(1);
});

test('V8: deleted, back to the tracker with a word and how many are left', async () => {
  const page = await renderArtifact();
  await page.user.type(screen.getByRole('textbox', { name: 'Comment' }), 'Not needed');
  const recent = () => screen.queryByText(/^#431 Export keeps/);
  expect(recent()).toBeInTheDocument();
  const dialog = await open(page);
  expect(dialog.getByText(/You have not saved a comment: that goes too/)).toBeVisible();
  await confirm(page, dialog);
  await waitFor(() => expect(page.router.state.location.pathname).toBe('/trackers/81'));
  expect(page.world.artifacts.get(431)?.isDeleted).toBe(true);
  expect(await screen.findByText(/req #431 is deleted\. 4 of 5 deletions are left/)).toBeVisible();
  // Nothing leads to it any more.
  await waitFor(() => expect(recent()).not.toBeInTheDocument());
  await page.router.navigate('/artifacts/433');
  await screen.findByRole('heading', { level: 1, name: /Audit file/ });
  await page.user.click(await screen.findByRole('button', { name: 'More actions' }));
  await page.user.click(await screen.findByRole('menuitem', { name: 'Delete…' }));
  const next = within(await screen.findByRole('alertdialog', { name: 'Delete req #433?' }));
  expect(next.getByText(/4 of 5 deletions are left to you/)).toBeVisible();
});

test('V8: who does not administer the tracker is not offered it', async () => {
  const { user } = await renderAt('/artifacts/431', { as: 'ben' });
  expect(await screen.findByRole('button', { name: 'Edit' })).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'More actions' }));
  expect(await screen.findByRole('menuitem', { name: /Compare/ })).toBeVisible();
  expect(screen.queryByRole('menuitem', { name: /Delete/ })).not.toBeInTheDocument();
});

test('V8: the limit of a day is explained, and the artifact stays', async () => {
  const page = await renderArtifact();
  armFault(page.world, {
    match: 'DELETE artifacts/431',
    answer: {
      status: 429,
      body: {
        error: {
          code: 429,
          message:
            'Too Many Requests: The limit of artifacts deletions has been reached for the previous 24 hours.',
        },
      },
      headers: { 'x-ratelimit-limit': '2', 'x-ratelimit-remaining': '0' },
    },
  });
  const dialog = await open(page);
  await confirm(page, dialog);
  expect(await dialog.findByText(/You have deleted 2 artifacts, as many as/)).toBeVisible();
  expect(dialog.getByText(/0 of 2 deletions are left/)).toBeVisible();
  expect(page.router.state.location.pathname).toBe('/artifacts/431');
});

test.each([
  [{ 'x-ratelimit-limit': '0', 'x-ratelimit-remaining': '0' }, '', /switched off on this server/],
  [{}, ': Deletion of artifacts is not allowed', /switched off on this server/],
  [{}, ': A plugin keeps it', /The server says: “A plugin keeps it”/],
  [{}, '', /Only administrators of its tracker/],
])('V8: a 403 with %o and “Forbidden%s” is explained', async (headers, said, words) => {
  const page = await renderArtifact();
  const body = { error: { code: 403, message: `Forbidden${said}` } };
  armFault(page.world, { match: 'DELETE artifacts/431', answer: { status: 403, headers, body } });
  const dialog = await open(page);
  await confirm(page, dialog);
  expect(await dialog.findByText(words)).toBeVisible();
  expect(page.world.artifacts.get(431)?.isDeleted).toBe(false);
});

test('V8: an answer that is lost is found out by reading', async () => {
  const page = await renderArtifact();
  armFault(page.world, { match: 'DELETE artifacts/431', answer: 'drop-after-write' });
  const dialog = await open(page);
  await confirm(page, dialog);
  await waitFor(() => expect(page.router.state.location.pathname).toBe('/trackers/81'));
  expect(await screen.findByText(/the answer was lost on the way, but it is gone/)).toBeVisible();
  expect(page.sent('DELETE')).toHaveLength(1);
});

test('V8: a request that never arrived leaves it unknown, and trying again deletes', async () => {
  const page = await renderArtifact();
  armFault(page.world, { match: 'DELETE artifacts/431', answer: 'offline' });
  const dialog = await open(page);
  await confirm(page, dialog);
  expect(await dialog.findByText(/not known whether it was deleted/)).toBeVisible();
  expect(dialog.getByText(/it was still there/)).toBeVisible();
  await page.user.click(dialog.getByRole('button', { name: 'Delete req #431' }));
  await waitFor(() => expect(page.router.state.location.pathname).toBe('/trackers/81'));
});

test('V8: a snapshot with all values and changesets is offered first', async () => {
  const page = await renderArtifact();
  const saved: Blob[] = [];
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    saved.push(blob as Blob);
    return 'blob:here';
  });
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => {});
  const dialog = await open(page);
  await page.user.click(dialog.getByRole('button', { name: 'Save a JSON snapshot first' }));
  expect(await dialog.findByText('Saved as req-431.json.')).toBeVisible();
  const content = JSON.parse((await saved[0]?.text()) ?? '');
  expect(content.artifact).toMatchObject({ id: 431, xref: 'req #431' });
  expect(content.changesets).toHaveLength(page.world.artifacts.get(431)?.changesets.length ?? 0);
  expect(content.changesets[0].id).toBeLessThan(content.changesets.at(-1).id);
});
