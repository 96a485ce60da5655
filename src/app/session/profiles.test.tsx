import { act, screen, waitFor, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { loggedRequests } from '~/api/requests/log';
import { beginSession, currentSession, type Session } from '~/api/session';
import { tokenSchema } from '~/api/signIn/tokens';
import { toast } from '~/ui/overlay/toasts';
import { renderAt } from '../../../tests/renderAt';
import { sandboxPeople } from '../../../tests/sandbox/people';

const key = (person: 'anna' | 'ben') =>
  ({ way: 'accessKey', key: sandboxPeople[person].accessKey }) as const;

function sessionOf(person: 'anna' | 'ben', id: string): Session {
  const { id: number, username, realName } = sandboxPeople[person];
  return {
    connection: { id, label: `Server ${id}`, url: '', color: 'purple', kind: 'tuleap' },
    person: { id: number, username, realName },
  };
}

async function tokenOf({ fetch }: Awaited<ReturnType<typeof renderAt>>) {
  const made = await fetch('/api/tokens', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username: 'anna', password: sandboxPeople.anna.password }),
  });
  return tokenSchema.parse(await made.json());
}

/** The keys that the API is asked with from now on. */
function listen(): () => (string | null)[] {
  const asked = vi.spyOn(globalThis, 'fetch');
  return () =>
    asked.mock.calls
      .filter(([input]) => String(input).includes('/api/'))
      .map(([, init]) => new Headers(init?.headers).get('x-auth-accesskey'));
}

test('C1: another profile of the window is one choice away, and nothing of the page before asks its server', async () => {
  beginSession(sessionOf('ben', 'two'), key('ben'));
  const { user, router } = await renderAt('/account/keys', { as: 'anna' });
  await user.click(await screen.findByRole('button', { name: /^Sandbox anna, signed in as/ }));
  const menu = screen.getByRole('menu', { name: 'Account' });
  expect(within(menu).getByRole('menuitem', { name: /Sign out/ })).toHaveTextContent('access key');
  const asked = listen();
  act(() => void toast('Saved by anna.'));
  expect(await screen.findByText('Saved by anna.')).toBeVisible();
  await user.click(within(menu).getByRole('menuitem', { name: /Server two.*Go on as ben/ }));
  await waitFor(() => expect(router.state.location.pathname).toBe('/projects'));
  expect(await screen.findByRole('button', { name: /^Server two ben/ })).toBeVisible();
  expect(currentSession()?.connection.id).toBe('two');
  expect(screen.queryByText('Saved by anna.')).not.toBeInTheDocument();
  // A1: what anna was answered is not for ben.
  expect(new Set(loggedRequests().map(({ server }) => server.id))).toEqual(new Set(['two']));
  expect(document.querySelector('.connection-purple')).not.toBeNull();
  expect(new Set(asked())).toEqual(new Set([sandboxPeople.ben.accessKey]));
});

test('C1: signing out of one profile leaves the others signed in', async () => {
  beginSession(sessionOf('ben', 'two'), key('ben'));
  const { user, router } = await renderAt('/projects', { as: 'anna' });
  await user.click(await screen.findByRole('button', { name: /^Sandbox anna, signed in as/ }));
  await user.click(screen.getByRole('menuitem', { name: /Sign out/ }));
  await waitFor(() => expect(router.state.location.pathname).toBe('/connect'));
  expect(currentSession()).toBeNull();
});

test('C5: a sign-out that the server could not be told says so where one signs in', async () => {
  await renderAt('/connect?left=unrevoked', { as: null });
  expect(await screen.findByText(/could not be told.*within 24 hours/)).toBeVisible();
});

test('C5: who signs out in another tab is signed out here within a second; other profiles stay', async () => {
  beginSession(sessionOf('ben', 'two'), key('ben'));
  const { router } = await renderAt('/projects', { as: 'anna' });
  await vi.dynamicImportSettled();
  const other = new BroadcastChannel('parterre');
  other.postMessage({ hello: 'world' });
  other.postMessage({ signedOut: 'sandbox 103' });
  other.postMessage({ signedOut: 'sandbox 102' });
  await waitFor(() => expect(router.state.location.pathname).toBe('/connect'), { timeout: 1_000 });
  expect(currentSession()).toBeNull();
  other.close();
});

test('C5: in its last half hour a token says so, and a key for one day goes on without the password', async () => {
  const opened = await renderAt('/projects', { as: 'anna' });
  const session = currentSession();
  if (!session) throw new Error('nobody is signed in');
  const { token } = await tokenOf(opened);
  const lasting = { way: 'token', userId: 102, token } as const;
  beginSession(session, { ...lasting, endsAt: Date.now() + 24 * 3_600_000 });
  expect(screen.queryByText(/ends in/)).not.toBeInTheDocument();
  beginSession(session, { ...lasting, endsAt: Date.now() + 10 * 60_000 - 5_000 });
  expect(await screen.findByText(/token of anna at Sandbox ends in 10 minutes/)).toBeVisible();
  await opened.user.click(screen.getByRole('button', { name: 'Go on with a key for one day' }));
  await waitFor(() => expect(screen.queryByText(/ends in/)).not.toBeInTheDocument());
  const key = [...opened.world.accessKeys.values()].find(
    ({ description }) => description === 'Parterre, for one day',
  );
  expect(key).toMatchObject({ userId: 102, scopes: ['write:rest'] });
  await waitFor(() => expect(opened.world.tokens.has(token)).toBe(false));
});

test('C5: a token is renewed in its last five minutes while the person works, and not while nobody does', async () => {
  const opened = await renderAt('/projects', { as: 'anna' });
  const session = currentSession();
  if (!session) throw new Error('nobody is signed in');
  const { token } = await tokenOf(opened);
  const ownKeys = () =>
    [...opened.world.accessKeys.values()].filter(
      ({ description }) => description === 'Parterre, for one day',
    );
  beginSession(session, {
    way: 'token',
    userId: 102,
    token,
    endsAt: Date.now() + 5 * 60_000 - 5_000,
  });
  expect(await screen.findByText(/ends in 5 minutes/)).toBeVisible();
  expect(ownKeys()).toEqual([]);
  await opened.user.click(screen.getByRole('heading', { level: 1 }));
  await waitFor(() => expect(screen.queryByText(/ends in/)).not.toBeInTheDocument());
  expect(ownKeys()).toHaveLength(1);
  await waitFor(() => expect(opened.world.tokens.has(token)).toBe(false));
});

/** Holds every request of this method until it is let go. */
function gated(method: string): () => void {
  const through = globalThis.fetch;
  let release = () => {};
  const gate = new Promise<void>((open) => {
    release = open;
  });
  vi.stubGlobal('fetch', async (input: URL, init: RequestInit = {}) => {
    if (init.method === method) await gate;
    return through(input, init);
  });
  return release;
}

test('C1: a switch waits for a save that is under way, and says so', async () => {
  beginSession(sessionOf('ben', 'two'), key('ben'));
  const { user, router } = await renderAt('/artifacts/431', { as: 'anna' });
  const release = gated('PUT');
  await user.type(await screen.findByRole('textbox', { name: 'Comment' }), 'On its way');
  await user.click(screen.getByRole('button', { name: 'Save' }));
  const choose = async () => {
    await user.click(screen.getByRole('button', { name: /^Sandbox anna, signed in as/ }));
    await user.click(screen.getByRole('menuitem', { name: /Server two.*Go on as ben/ }));
  };
  await choose();
  expect(await screen.findByText(/Your change is still on its way/)).toBeVisible();
  expect(router.state.location.pathname).toBe('/artifacts/431');
  expect(currentSession()?.connection.id).toBe('sandbox');
  release();
  expect(await screen.findByText('On its way')).toBeVisible();
  await waitFor(() => expect(screen.queryByRole('button', { name: /Saving/ })).toBeNull());
  await choose();
  await waitFor(() => expect(router.state.location.pathname).toBe('/projects'));
  expect(currentSession()?.connection.id).toBe('two');
  // A1: what anna was answered is not for ben.
  expect(new Set(loggedRequests().map(({ server }) => server.id))).toEqual(new Set(['two']));
});

test('C1: a switch waits for a key that is being revoked, also when nobody looks any more', async () => {
  beginSession(sessionOf('ben', 'two'), key('ben'));
  const { user, router, world } = await renderAt('/account/keys', { as: 'anna' });
  const release = gated('DELETE');
  await user.click(await screen.findByRole('button', { name: /^Revoke/ }));
  const question = screen.getByRole('alertdialog');
  await user.click(within(question).getByRole('button', { name: 'Revoke' }));
  await user.click(within(question).getByRole('button', { name: 'Cancel' }));
  await user.click(screen.getByRole('button', { name: /^Sandbox anna, signed in as/ }));
  await user.click(screen.getByRole('menuitem', { name: /Server two.*Go on as ben/ }));
  expect(await screen.findByText(/Your change is still on its way/)).toBeVisible();
  expect(router.state.location.pathname).toBe('/account/keys');
  release();
  await waitFor(() => expect(world.accessKeys.has(1)).toBe(false));
  expect(currentSession()?.connection.id).toBe('sandbox');
});

test('C1: with a file on its way a switch asks first, and nothing of it goes on as somebody else', async () => {
  beginSession(sessionOf('ben', 'two'), key('ben'));
  const { user, router } = await renderAt('/artifacts/431', { as: 'anna' });
  const release = gated('POST');
  await user.click(await screen.findByRole('button', { name: 'Edit' }));
  const input = await screen.findByLabelText(/Attachments/, { selector: 'input' });
  await user.upload(input, new File(['slow'], 'slow.txt'));
  await user.click(screen.getByRole('button', { name: /^Sandbox anna, signed in as/ }));
  await user.click(screen.getByRole('menuitem', { name: /Server two.*Go on as ben/ }));
  const question = await screen.findByRole('alertdialog', { name: /Leave req #431/ });
  expect(question).toHaveTextContent('You would lose 1 upload.');
  expect(currentSession()?.connection.id).toBe('sandbox');
  await user.click(within(question).getByRole('button', { name: /^Leave/ }));
  await waitFor(() => expect(router.state.location.pathname).toBe('/projects'));
  await waitFor(() => expect(currentSession()?.connection.id).toBe('two'));
  const asked = vi.spyOn(globalThis, 'fetch');
  release();
  await screen.findByRole('grid', { name: 'Projects' });
  const paths = asked.mock.calls.map(([input]) => String(input));
  expect(paths.filter((path) => path.includes('artifact_temporary_files'))).toEqual([]);
});
