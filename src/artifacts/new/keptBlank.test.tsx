import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { beforeAll, expect, test, vi } from 'vitest';
import { endSession } from '~/api/session';
import { listKept } from '~/kept/inventory';
import { withStorage } from '../../../tests/fixtures/browserStorage';
import { discard } from '../../../tests/fixtures/pages/discard';
import { holdRequest } from '../../../tests/fixtures/pages/heldRequest';
import { renderAt } from '../../../tests/renderAt';
import { armFault } from '../../../tests/sandbox/faults';

withStorage();
beforeAll(() => import('~/artifacts/new/NewArtifactPage'));

const title = () => screen.findByRole('textbox', { name: 'Title' });
const keptWords = () => screen.findByText(/^Draft kept in this browser/);

async function drafts(): Promise<number> {
  const listed = await listKept();
  if ('trouble' in listed) return -1;
  return listed.value.sums.find(({ kind }) => kind === 'drafts')?.count ?? 0;
}

async function begun(text = 'Half a thought') {
  const page = await renderAt('/trackers/81/new');
  await page.user.type(await title(), text);
  await keptWords();
  await waitFor(() => expect(page.router.state.location.search).toMatch(/draft=/));
  return page;
}

/** The tab is gone without a word, and the person signs in anew in the same browser and world. */
async function reopen(path: string) {
  const world = location.host.replace('.localhost', '');
  cleanup();
  endSession();
  return renderAt(path, { world });
}

test('E15: a new artifact that was begun is there after the tab was closed, at its address and in the list', async () => {
  const { router } = await begun();
  const { pathname, search } = router.state.location;
  expect(search).toMatch(/^\?draft=\w+$/);
  const page = await reopen(pathname + search);
  expect(await screen.findByText(/Your draft from/)).toHaveTextContent('1 change');
  expect(await title()).toHaveValue('Half a thought');
  await page.router.navigate('/drafts');
  const list = await screen.findByRole('list', { name: 'Drafts' });
  expect(list).toHaveTextContent('New req Half a thought');
  expect(list).toHaveTextContent('not sent yet');
  await page.user.click(within(list).getByText('What you typed'));
  expect(within(list).getByText('Half a thought', { selector: 'dd' })).toBeVisible();
  await page.user.click(within(list).getByRole('link', { name: /New req/ }));
  await waitFor(async () => expect(await title()).toHaveValue('Half a thought'));
});

test('E15: several new artifacts of one tracker are drafts of their own; an empty form offers the newest', async () => {
  const page = await begun('The first');
  await page.router.navigate('/trackers/81/new');
  await waitFor(async () => expect(await title()).toHaveValue(''));
  await page.user.type(await title(), 'The second');
  await waitFor(async () => expect(await drafts()).toBe(2));
  await waitFor(() => expect(page.router.state.location.search).toMatch(/draft=/));
  await page.router.navigate('/trackers/81/new');
  expect(await screen.findByText(/You began “The second”/)).toBeVisible();
  await page.user.click(screen.getByRole('link', { name: 'Go on with it' }));
  await waitFor(async () => expect(await title()).toHaveValue('The second'));
});

test('E15: created or thrown away, nothing of a new artifact stays in the browser', async () => {
  const page = await begun();
  await page.user.click(screen.getByRole('button', { name: 'Create' }));
  await screen.findByRole('heading', { level: 1, name: 'Half a thought' });
  await waitFor(async () => expect(await drafts()).toBe(0));
  await page.router.navigate('/trackers/81/new');
  await page.user.type(await title(), 'Not this one');
  await keptWords();
  await page.user.click(screen.getByRole('button', { name: 'Discard' }));
  const dialog = within(await screen.findByRole('alertdialog'));
  await page.user.click(dialog.getByRole('button', { name: 'Discard' }));
  await waitFor(async () => expect(await drafts()).toBe(0));
  expect(await title()).toHaveValue('');
});

test('E16: a tab that was killed after it had sent: the draft finds its artifact, and nothing is created twice', async () => {
  const page = await begun('Only once');
  const { pathname, search } = page.router.state.location;
  const { fetch } = globalThis;
  let landed = false;
  vi.stubGlobal('fetch', async (input: URL | string, init: RequestInit = {}) => {
    const answer = await fetch(input, init);
    if (init.method !== 'POST') return answer;
    landed = true;
    // The tab is killed before it hears the answer.
    return new Promise(() => {});
  });
  await page.user.click(screen.getByRole('button', { name: 'Create' }));
  await waitFor(() => expect(landed).toBe(true));
  const before = page.world.artifacts.size;
  const after = await reopen(pathname + search);
  expect(await screen.findByText(/it landed as req #\d+/)).toBeVisible();
  expect(after.router.state.location.pathname).toMatch(/^\/artifacts\/\d+$/);
  expect(after.world.artifacts.size).toBe(before);
  await waitFor(async () => expect(await drafts()).toBe(0));
});

test('E16: a tab that was killed before its request arrived: that is said, and sending again looks first', async () => {
  const page = await begun('Second try');
  const { pathname, search } = page.router.state.location;
  armFault(page.world, { match: 'POST artifacts', answer: 'offline' });
  await page.user.click(screen.getByRole('button', { name: 'Create' }));
  await screen.findByText(/not known whether it was created/);
  await page.router.navigate('/drafts');
  const list = await screen.findByRole('list', { name: 'Drafts' });
  expect(list).toHaveTextContent('sent, its end was not seen');
  const { user, router } = await reopen(pathname + search);
  expect(await screen.findByText(/The tab was closed before the answer/)).toBeVisible();
  expect(screen.queryByText(/not sent yet/)).not.toBeInTheDocument();
  await user.click(await screen.findByRole('button', { name: 'Send again' }));
  await waitFor(() => expect(router.state.location.pathname).toMatch(/^\/artifacts\/\d+$/));
});

test('E16: what is typed while it is being created, or unknown, is no part of what is sent again, and stays as a draft of what was made', async () => {
  const page = await begun('As it was sent');
  armFault(page.world, { match: 'POST artifacts', answer: { status: 502 } });
  await page.user.click(screen.getByRole('button', { name: 'Create' }));
  const again = await screen.findByRole('button', { name: 'Send again' });
  await page.user.type(await title(), ', and more');
  await page.user.click(again);
  expect(
    await screen.findByText(/What you typed after it was sent is kept as a draft/),
  ).toBeVisible();
  expect(await screen.findByText(/Your draft from/)).toHaveTextContent('1 change');
  expect(await title()).toHaveValue('As it was sent, and more');
  const id = Number(page.router.state.location.pathname.split('/').at(-1));
  const made = page.world.artifacts.get(id);
  expect([...(made?.changesets.at(-1)?.values.values() ?? [])]).toContain('As it was sent');
  expect(await drafts()).toBe(1);
});

test('E16: what is discarded before it is clear whether it was created is looked for, told, and never sent', async () => {
  const page = await begun('Not wanted');
  armFault(page.world, { match: 'POST artifacts', answer: 'offline' });
  await page.user.click(screen.getByRole('button', { name: 'Create' }));
  await screen.findByRole('button', { name: 'Send again' });
  await discard(page.user);
  expect(await screen.findByText(/whether what you discarded was created/)).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Send again' })).not.toBeInTheDocument();
  await page.user.type(await title(), 'Wanted');
  await page.user.click(screen.getByRole('button', { name: 'Create' }));
  expect(await screen.findByRole('heading', { level: 1, name: 'Wanted' })).toBeVisible();
  const titles = [...page.world.artifacts.values()].flatMap(({ changesets }) => [
    ...(changesets.at(-1)?.values.values() ?? []),
  ]);
  expect(titles).not.toContain('Not wanted');
});

test('E16: what is discarded and had been created is told, with the way to it; what is typed since stays', async () => {
  const page = await begun('Not wanted');
  const { pathname, search } = page.router.state.location;
  armFault(page.world, { match: 'POST artifacts', answer: 'drop-after-write' });
  // What is newest before it is read; from then on nothing can be.
  const { fetch } = globalThis;
  vi.stubGlobal('fetch', async (input: URL | string, init: RequestInit = {}) => {
    const match = 'GET trackers/81/artifacts';
    if (init.method === 'POST') armFault(page.world, { match, answer: { status: 403 }, times: 99 });
    return fetch(input, init);
  });
  await page.user.click(screen.getByRole('button', { name: 'Create' }));
  await screen.findByText(/Looking for it failed as well/);
  page.world.armedFaults.length = 0;
  await discard(page.user);
  await page.user.type(await title(), 'Another');
  expect(await screen.findByText(/had been created as req #\d+/)).toBeVisible();
  expect(page.router.state.location.pathname).toBe(pathname);
  await keptWords();
  await reopen(pathname + search);
  expect(await screen.findByText(/not sent yet/)).toHaveTextContent('Your draft from');
  expect(await title()).toHaveValue('Another');
});

test('E16: while what was typed goes along to what was made, and its page is opened, nothing can be typed that would be lost', async () => {
  const page = await begun('As it was sent');
  armFault(page.world, { match: 'POST artifacts', answer: { status: 502 } });
  await page.user.click(screen.getByRole('button', { name: 'Create' }));
  const again = await screen.findByRole('button', { name: 'Send again' });
  await page.user.type(await title(), ', and more');
  const release = holdRequest('GET', /\/artifacts\/\d+\?/, 'before');
  await page.user.click(again);
  await waitFor(async () => expect((await title()).closest('[inert]')).not.toBeNull());
  release();
  expect(await screen.findByText(/What you typed after it was sent is kept/)).toBeVisible();
  await waitFor(async () => expect(await title()).toHaveValue('As it was sent, and more'));
});

test('E16: what was typed since and cannot be kept can still be copied', async () => {
  const page = await begun('As it was sent');
  armFault(page.world, { match: 'POST artifacts', answer: { status: 502 } });
  await page.user.click(screen.getByRole('button', { name: 'Create' }));
  const again = await screen.findByRole('button', { name: 'Send again' });
  await page.user.type(await title(), ', and more');
  const { fetch } = globalThis;
  vi.stubGlobal('fetch', async (input: URL | string, init: RequestInit = {}) => {
    if (!/\/artifacts\/\d+\?/.test(String(input))) return fetch(input, init);
    return new Response('{}', { status: 403, headers: { 'content-type': 'application/json' } });
  });
  await page.user.click(again);
  expect(await screen.findByText(/What you typed since could not be kept/)).toBeVisible();
  const text = screen.getByText('As it was sent, and more');
  expect(text.closest('[inert]')).toBeNull();
});
