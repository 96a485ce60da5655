import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { scope } from '~/api/session';
import { listKept, wipeKept } from '~/kept/inventory';
import { sealKept } from '~/kept/lock';
import type { Slot } from '~/kept/record';
import { closeLocks } from '~/kept/sealing';
import { setShared } from '~/kept/shared';
import { readSlot } from '~/kept/store';
import {
  box,
  fieldIds,
  keptWords,
  renderArtifact,
  reopen,
  typed,
} from '../../../tests/fixtures/artifactPage';
import { refuseWrites, withStorage } from '../../../tests/fixtures/browserStorage';
import { saveByKey } from '../../../tests/fixtures/saveByKey';
import { armFault } from '../../../tests/sandbox/faults';

withStorage();

beforeAll(() => import('~/artifacts/ArtifactPage'));

// A test of its own tab: what one has opened is closed to the next, as by signing out.
afterEach(() => closeLocks([]));

/** How many drafts lie in the browser. */
async function count(): Promise<number> {
  const listed = await listKept();
  if ('trouble' in listed) return -1;
  return listed.value.sums.find(({ kind }) => kind === 'drafts')?.count ?? 0;
}

test('E15: what was typed is there after the tab was closed and somebody signed in again', async () => {
  await typed();
  await reopen();
  expect(await screen.findByText(/Your draft from/)).toHaveTextContent('1 change and a comment');
  expect(box('BP-ID')).toHaveValue('BP-2207-kept');
  expect(box('Comment')).toHaveValue('Half');
});

test('E15: a draft comes back over newer versions where nothing overlaps, and sends only mine', async () => {
  const page = await typed();
  await page.ask('ben', 'PUT', 'artifacts/431', {
    values: [{ field_id: fieldIds(page.world).effort, value: 13 }],
  });
  await reopen();
  expect(await screen.findByText(/1 newer changeset, no overlap/)).toBeVisible();
  expect(await screen.findByRole('textbox', { name: 'Effort' })).toHaveValue('13');
  expect(box('BP-ID')).toHaveValue('BP-2207-kept');
});

test('E15: where both changed a field, the draft keeps its base and the prompt asks', async () => {
  const page = await typed();
  await page.ask('ben', 'PUT', 'artifacts/431', {
    values: [{ field_id: fieldIds(page.world).bp_id, value: 'BP-9' }],
  });
  const { user } = await reopen();
  expect(await screen.findByText(/1 newer changeset; look at BP-ID/)).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Merge now' }));
  const prompt = await screen.findByRole('dialog', { name: /Conflict/ });
  expect(within(prompt).getByRole('region', { name: 'Mine' })).toHaveTextContent('added: -kept');
});

test('E15: saved or thrown away, nothing of it stays in the browser', async () => {
  const { user } = await typed();
  await saveByKey(user);
  await screen.findByText(/Saved as changeset/);
  await waitFor(async () => expect(await count()).toBe(0));
  await user.type(box('Comment'), 'Again');
  await keptWords();
  await user.click(screen.getByRole('button', { name: 'Discard' }));
  await user.click(
    within(await screen.findByRole('alertdialog')).getByRole('button', { name: 'Discard' }),
  );
  await waitFor(async () => expect(await count()).toBe(0));
  expect(screen.queryByText(/Draft kept/)).not.toBeInTheDocument();
});

test('E15: a kept draft may be left without a question, and is written at once', async () => {
  const { user, router } = await typed();
  await user.type(box('Comment'), ' more');
  await router.navigate('/projects');
  await waitFor(() => expect(router.state.location.pathname).toBe('/projects'));
  await router.navigate('/artifacts/431');
  expect(await screen.findByRole('textbox', { name: 'Comment' })).toHaveValue('Half more');
});

test.each([
  ['QuotaExceededError', /no room left, so your draft is not kept/],
  ['UnknownError', /could not store your draft/],
])('E15: %s is said once, and never "kept"', async (name, words) => {
  refuseWrites(name);
  const { user, router } = await renderArtifact();
  await user.type(box('Comment'), 'Half');
  expect(await screen.findByText(words)).toBeVisible();
  await user.type(box('Comment'), ' more');
  expect(screen.getAllByText(words)).toHaveLength(1);
  expect(screen.queryByText(/Draft kept/)).not.toBeInTheDocument();
  await router.navigate('/projects');
  expect(await screen.findByRole('alertdialog', { name: /without saving/ })).toBeVisible();
});

test('Z9: on a shared computer the draft is not kept, and the page says so', async () => {
  setShared(true);
  const { user } = await renderArtifact();
  await user.type(box('Comment'), 'Half');
  expect(await screen.findByText(/marked as a shared computer/)).toBeVisible();
  expect(await count()).toBe(0);
});

test('E15: a key costs no write: a burst of typing is written once', async () => {
  const { user } = await typed();
  const slot: Slot = { kind: 'drafts', profile: scope(), id: 'artifact 431' };
  await waitFor(async () => {
    const kept = await readSlot(slot);
    expect('value' in kept && kept.value.get('comment')?.body).toMatchObject({ body: 'Half' });
  });
  const put = vi.spyOn(IDBObjectStore.prototype, 'put');
  await user.type(box('Comment'), 'x');
  await waitFor(() => expect(put).toHaveBeenCalled());
  // The head and the comment; not the artifact, not the other fields.
  expect(put.mock.calls.length).toBeLessThanOrEqual(2);
});

test('C1: another person in the same browser never sees it', async () => {
  await typed();
  await reopen('ben');
  expect(await screen.findByRole('textbox', { name: 'Comment' })).toHaveValue('');
  expect(screen.queryByText(/Your draft from/)).not.toBeInTheDocument();
});

test('E15: a draft behind a passphrase is said, nothing is written over it, and the passphrase brings it back', async () => {
  const page = await renderArtifact();
  await sealKept(scope(), 'correct horse battery');
  await page.user.type(box('Comment'), 'Half');
  await keptWords();
  closeLocks([]);
  const { user } = await reopen();
  expect(await screen.findByText(/lies in this browser behind your passphrase/)).toBeVisible();
  await user.type(box('Comment'), 'Meanwhile');
  expect(screen.queryByText(/Draft kept/)).not.toBeInTheDocument();
  await user.clear(box('Comment'));
  await user.type(screen.getByLabelText('Passphrase'), 'not this one{Enter}');
  expect(await screen.findByText('This passphrase does not open it.')).toBeVisible();
  await user.clear(screen.getByLabelText('Passphrase'));
  await user.type(screen.getByLabelText('Passphrase'), 'correct horse battery{Enter}');
  expect(await screen.findByText(/Your draft from/)).toBeVisible();
  expect(box('Comment')).toHaveValue('Half');
});

function log(name: string, size = 20): File {
  return new File(['x'.repeat(size)], name, { type: 'text/plain' });
}

test('Z9: My data wiped in the middle of an upload takes neither the form nor the file away', async () => {
  vi.stubGlobal('IntersectionObserver', undefined);
  const page = await renderArtifact();
  await sealKept(scope(), 'correct horse battery');
  await page.user.keyboard('e');
  const input = await screen.findByLabelText('Attachments');
  await wipeKept();
  await page.user.upload(input, log('trace.log'));
  expect(await screen.findByRole('button', { name: 'Open trace.log' })).toBeVisible();
  await keptWords();
  expect(await count()).toBe(1);
});

test('E15: an uploaded file that the server deleted meanwhile is said, and the same one takes its place', async () => {
  vi.stubGlobal('IntersectionObserver', undefined);
  const page = await renderArtifact();
  await page.user.keyboard('e');
  await page.user.upload(await screen.findByLabelText('Attachments'), log('trace.log'));
  await screen.findByRole('button', { name: 'Open trace.log' });
  await keptWords();
  // What was attached to nothing is deleted after some days (attachments.md §4).
  for (const file of page.world.files.values())
    if (file.name === 'trace.log') page.world.files.delete(file.id);
  const { user, world } = await reopen();
  expect(await screen.findByText('trace.log is no longer on the server.')).toBeVisible();
  await user.upload(await screen.findByLabelText('Attachments'), log('trace.log'));
  await waitFor(() => expect(screen.queryByText(/no longer on the server/)).toBeNull());
  expect(screen.getAllByRole('button', { name: 'Open trace.log' })).toHaveLength(1);
  await user.click(screen.getByRole('button', { name: 'Save' }));
  await screen.findByText(/Saved as changeset/);
  const names = [...world.files.values()].map(({ name }) => name);
  expect(names.filter((name) => name === 'trace.log')).toHaveLength(1);
});

test('E15: a file that was on its way when the tab was closed is named', async () => {
  vi.stubGlobal('IntersectionObserver', undefined);
  const page = await renderArtifact();
  await page.user.keyboard('e');
  await page.user.type(box('Comment'), 'See the file');
  armFault(page.world, { match: 'POST artifact_temporary_files', answer: 'offline' });
  await page.user.upload(await screen.findByLabelText('Attachments'), log('photo.log'));
  await screen.findByRole('button', { name: 'Try again' });
  await keptWords();
  const slot: Slot = { kind: 'drafts', profile: scope(), id: 'artifact 431' };
  await waitFor(async () => {
    const kept = await readSlot(slot);
    expect('value' in kept && kept.value.get('unsent')?.body).toEqual(['photo.log']);
  });
  await reopen();
  expect(await screen.findByText(/photo.log was still being uploaded/)).toBeVisible();
});

test('X8: a save of a killed tab that replaced what Ben had saved is told when the page is opened again, and merged back', async () => {
  const page = await typed();
  const real = globalThis.fetch;
  const field = fieldIds(page.world).bp_id;
  let isSent = false;
  vi.stubGlobal('fetch', async (input: URL | string, init: RequestInit = {}) => {
    if (init.method !== 'PUT') return real(input, init);
    const headers = new Headers(init.headers);
    // Ben's save fell into the server's blind second.
    headers.delete('if-match');
    await page.ask('ben', 'PUT', 'artifacts/431', {
      values: [{ field_id: field, value: 'BP-BEN' }],
    });
    await real(input, { ...init, headers });
    isSent = true;
    // The tab is killed before it hears of it.
    return new Promise(() => {});
  });
  await saveByKey(page.user);
  await waitFor(() => expect(isSent).toBe(true));
  vi.stubGlobal('fetch', real);
  const { user } = await reopen();
  const alert = await screen.findByText(/Your save replaced BP-ID/);
  expect(alert.closest('[role=alert]')).toHaveTextContent(/Ben .*saved just before you/);
  await user.click(screen.getByRole('button', { name: 'Merge back…' }));
  expect(await screen.findByRole('dialog')).toHaveTextContent(/BEN/);
});

test('X8: a killed tab’s write at another artifact that replaced Ben’s link there is found when the page is opened again, and Ben’s link put back', async () => {
  const page = await renderArtifact();
  const { world, ask } = page;
  const links = fieldIds(world).links;
  await page.user.keyboard('e');
  await page.user.click(await screen.findByRole('button', { name: 'Add a link' }));
  const adding = within(screen.getByRole('group', { name: 'New link' }));
  await page.user.selectOptions(adding.getByRole('combobox', { name: '#431' }), 'is child of');
  await page.user.type(adding.getByRole('textbox', { name: 'Artifact' }), '#12');
  await page.user.click(await adding.findByRole('button', { name: /^Add #12 / }));
  await keptWords();
  const real = globalThis.fetch;
  let isSent = false;
  vi.stubGlobal('fetch', async (input: URL | string, init: RequestInit = {}) => {
    if (init.method !== 'PUT') return real(input, init);
    const headers = new Headers(init.headers);
    // Ben's save fell into the server's blind second.
    headers.delete('if-match');
    await ask('ben', 'PUT', 'artifacts/12', {
      values: [{ field_id: links, links: [{ id: 640, type: 'blocks' }] }],
    });
    await real(input, { ...init, headers });
    isSent = true;
    // The tab is killed before it hears of it.
    return new Promise(() => {});
  });
  await saveByKey(page.user);
  await waitFor(() => expect(isSent).toBe(true));
  vi.stubGlobal('fetch', real);
  const stands = async () => JSON.stringify(await ask('anna', 'GET', 'artifacts/12'));
  expect(await stands()).not.toMatch(/"id":640\b/);
  await reopen();
  // The link stands there by now, so that the draft sends it no more: it is looked at all the same.
  await waitFor(async () => expect(await stands()).toMatch(/"id":640\b/));
  expect(await stands()).toMatch(/"id":431\b/);
});
