import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import { expect, onTestFinished, test, vi } from 'vitest';
import { startKeeping } from '~/api/keeping/keep';
import { makeKey, seal } from '~/api/keeping/vault';
import { currentSession, endAllSessions, type Session } from '~/api/session';
import { renderAt } from '../../tests/renderAt';
import { sandboxPeople } from '../../tests/sandbox/people';

/** Everything a later reader of this browser or of the address could find. */
function traces(): string {
  const stored = [localStorage, sessionStorage].flatMap((storage) =>
    Object.keys(storage).map((key) => `${key}=${storage.getItem(key)}`),
  );
  return [...stored, document.documentElement.outerHTML, location.href].join('\n');
}

/** The addresses of the API asked from now on. */
function listen(): () => string[] {
  const asked = vi.spyOn(globalThis, 'fetch');
  return () =>
    asked.mock.calls
      .map(([input]) => String(input instanceof Request ? input.url : input))
      .filter((url) => url.includes('/api/'));
}

test('A person of the sandbox signs in by one click and comes back to where they were', async () => {
  const { user, router } = await renderAt('/connect?return=%2Fprojects%3Fscope%3Dmember', {
    as: null,
  });
  await user.click(await screen.findByRole('button', { name: 'Sign in as anna' }));
  await waitFor(() => expect(router.state.location.pathname).toBe('/projects'));
  expect(router.state.location.search).toBe('?scope=member');
  expect(currentSession()?.person.username).toBe('anna');
});

test.each(['/connect', '/connect?return=%2Fconnect', '/connect/'])(
  '?return=%s does not lead back to the form; Back does not either',
  async (place) => {
    const { user, router } = await renderAt(`/connect?return=${encodeURIComponent(place)}`, {
      as: null,
    });
    await user.click(await screen.findByRole('button', { name: 'Sign in as anna' }));
    await waitFor(() => expect(router.state.location.pathname).toBe('/projects'));
    expect(router.state.historyAction).toBe('REPLACE');
  },
);

test('C1: who signs in here gets no row to go on as, which would move the others on the way', async () => {
  const { user, router } = await renderAt('/connect', { as: null });
  const seen = new MutationObserver(() => {
    if (screen.queryByText(/Go on as/)) rows.push('Go on as');
  });
  const rows: string[] = [];
  seen.observe(document.body, { childList: true, subtree: true });
  onTestFinished(() => seen.disconnect());
  await user.click(await screen.findByRole('button', { name: 'Sign in as anna' }));
  await waitFor(() => expect(router.state.location.pathname).toBe('/projects'));
  expect(rows).toEqual([]);
});

test('An access key signs in, and leaves no trace where it was typed', async () => {
  const { user, router } = await renderAt('/connect', { as: null });
  const { accessKey } = sandboxPeople.ben;
  await user.type(screen.getByLabelText('Access key'), accessKey);
  expect(screen.getByText(/Its form is right/)).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Sign in' }));
  await waitFor(() => expect(router.state.location.pathname).toBe('/projects'));
  expect(currentSession()?.person.username).toBe('ben');
  expect(traces()).not.toContain(accessKey.slice(8));
});

test('What cannot be an access key is not sent', async () => {
  const { user } = await renderAt('/connect', { as: null });
  const asked = listen();
  const field = screen.getByLabelText('Access key');
  await user.type(field, 'my password');
  await user.click(screen.getByRole('button', { name: 'Sign in' }));
  expect(await screen.findByText(/does not look like an access key/)).toBeVisible();
  expect(field).toHaveAccessibleDescription(/does not look like an access key/);
  expect(field).toHaveFocus();
  expect(asked().filter((url) => !url.endsWith('/version'))).toEqual([]);
});

test('A key the server does not know is refused in words at its field', async () => {
  const { user } = await renderAt('/connect', { as: null });
  await user.type(screen.getByLabelText('Access key'), `tlp-k1-99.${'a'.repeat(64)}`);
  await user.click(screen.getByRole('button', { name: 'Sign in' }));
  expect(await screen.findByText(/does not accept this access key/)).toBeVisible();
  expect(screen.queryByText(/has not been sent/)).not.toBeInTheDocument();
  expect(currentSession()).toBeNull();
});

test('User name and password become a token; the wrong ones are told in words', async () => {
  const { user, router } = await renderAt('/connect', { as: null });
  await user.click(screen.getByRole('button', { name: 'User name and password' }));
  await user.type(await screen.findByLabelText('User name'), 'carl');
  await user.type(screen.getByLabelText('Password'), 'wrong');
  await user.click(screen.getByRole('button', { name: 'Sign in' }));
  expect(await screen.findByText('The user name or the password is wrong.')).toBeVisible();
  const password = screen.getByLabelText('Password');
  await user.clear(password);
  await user.type(password, sandboxPeople.carl.password);
  await user.click(screen.getByRole('button', { name: 'Sign in' }));
  await waitFor(() => expect(router.state.location.pathname).toBe('/projects'));
  expect(currentSession()?.person.username).toBe('carl');
});

test('A server that is not listed gets the line to add and no request', async () => {
  const { user } = await renderAt('/connect?server=https%3A%2F%2Fevil.example%2Fx', { as: null });
  const asked = listen();
  expect(screen.getByLabelText('Server')).toHaveValue('https://evil.example/x');
  expect(
    await screen.findByText(
      '{"id":"evil.example","label":"evil.example","url":"https://evil.example","color":"blue","kind":"tuleap"}',
    ),
  ).toBeVisible();
  await user.type(screen.getByLabelText('Access key'), sandboxPeople.anna.accessKey);
  await user.click(screen.getByRole('button', { name: 'Sign in' }));
  expect(screen.getByLabelText('Server')).toHaveFocus();
  expect(asked()).toEqual([]);
  expect(currentSession()).toBeNull();
});

test.each(['https://evil.example/', '//evil.example/', '/\\evil.example', 'javascript:alert(1)'])(
  '?return=%s is no place of ours',
  async (target) => {
    const { user, router } = await renderAt(`/connect?return=${encodeURIComponent(target)}`, {
      as: null,
    });
    await user.click(await screen.findByRole('button', { name: 'Sign in as anna' }));
    await waitFor(() => expect(router.state.location.pathname).toBe('/projects'));
  },
);

test('The choice where to keep the sign-in is remembered', async () => {
  const { user } = await renderAt('/connect', { as: null });
  await user.selectOptions(await screen.findByLabelText('Keep the sign-in'), 'tab');
  await user.click(await screen.findByRole('button', { name: 'Sign in as anna' }));
  await waitFor(() => expect(currentSession()).not.toBeNull());
  expect(localStorage.getItem('parterre.keep')).toBe('tab');
});

const ways = (label: string) =>
  within(screen.getByLabelText(label))
    .getAllByRole('option')
    .map(({ textContent }) => textContent);

test('C2: for a password that may have to stay nothing but memory is offered, and the control says why', async () => {
  const { user } = await renderAt('/connect', { as: null });
  const keep = await screen.findByLabelText('Keep the sign-in');
  await user.selectOptions(keep, 'tab');
  await user.click(screen.getByText('User name and password'));
  await user.selectOptions(await screen.findByLabelText('Method'), 'basic');
  expect(ways('Keep the sign-in')).toEqual(['Until this page is reloaded or closed']);
  expect(keep).toHaveAccessibleDescription(/never stored/);
  await user.selectOptions(screen.getByLabelText('Method'), 'token');
  expect(keep).toHaveValue('tab');
});

test('Z9: on a shared computer only memory is offered; a browser without room says so before anything is sent', async () => {
  onTestFinished(() => {
    vi.unstubAllGlobals();
    localStorage.clear();
  });
  localStorage.setItem('parterre.keep', 'device');
  localStorage.setItem('parterre.shared', 'on');
  const shared = await renderAt('/connect', { as: null });
  const field = await screen.findByLabelText('Keep the sign-in');
  expect(ways('Keep the sign-in')).toEqual(['Until this page is reloaded or closed']);
  expect(field).toHaveAccessibleDescription(/shared computer/);
  await shared.user.click(await screen.findByRole('button', { name: 'Sign in as anna' }));
  await waitFor(() => expect(shared.router.state.location.pathname).toBe('/projects'));
  endAllSessions();
  cleanup();
  localStorage.removeItem('parterre.shared');
  const { user } = await renderAt('/connect', { as: null });
  await user.type(await screen.findByLabelText('Passphrase'), passphrase);
  vi.stubGlobal('localStorage', {
    getItem: () => null,
    removeItem: () => {},
    clear: () => {},
    setItem: () => {
      throw new DOMException('full', 'QuotaExceededError');
    },
  });
  await user.click(await screen.findByRole('button', { name: 'Sign in as anna' }));
  expect(await screen.findByText(/stores nothing here/)).toBeVisible();
  expect(currentSession()).toBeNull();
});

const passphrase = 'four words in a row';

async function keepOnThisDevice(user: Awaited<ReturnType<typeof renderAt>>['user']): Promise<void> {
  await startKeeping();
  await user.selectOptions(await screen.findByLabelText('Keep the sign-in'), 'device');
  await user.click(await screen.findByRole('button', { name: 'Sign in as anna' }));
  expect(await screen.findByText(/at least 12 characters/)).toBeVisible();
  expect(screen.getByLabelText('Passphrase')).toHaveFocus();
  await user.type(screen.getByLabelText('Passphrase'), passphrase);
  await user.click(screen.getByRole('button', { name: 'Sign in as anna' }));
  await waitFor(() => expect(localStorage.getItem('parterre.vault.sandbox 102')).not.toBeNull());
}

test('C7: kept on this device, a reload asks for the passphrase, tells a wrong one, and goes on', async () => {
  const first = await renderAt('/connect', { as: null, world: 'vault' });
  await keepOnThisDevice(first.user);
  expect(traces()).not.toContain(sandboxPeople.anna.accessKey.slice(8));
  expect(traces()).not.toContain(passphrase);
  const kept = localStorage.getItem('parterre.vault.sandbox 102') ?? '';
  // A reload: the memory of the page is gone, what lies on the device stays.
  endAllSessions();
  localStorage.setItem('parterre.vault.sandbox 102', kept);
  cleanup();
  const { user, router } = await renderAt('/connect', { as: null, world: 'vault' });
  const field = await screen.findByLabelText('Passphrase of anna');
  await user.type(field, 'another passphrase');
  await user.click(screen.getByRole('button', { name: 'Unlock' }));
  expect(await screen.findByText('This passphrase does not open it.')).toBeVisible();
  expect(field).toHaveFocus();
  await user.clear(field);
  await user.type(field, passphrase);
  await user.click(screen.getByRole('button', { name: 'Unlock' }));
  await waitFor(() => expect(router.state.location.pathname).toBe('/projects'));
  expect(currentSession()?.person.username).toBe('anna');
}, 40_000);

test('C4: a passphrase that opens somebody else’s key lets nobody in, and says so', async () => {
  const { id, username, realName } = sandboxPeople.anna;
  const session: Session = {
    connection: { id: 'sandbox', label: 'Sandbox', url: '', color: 'teal', kind: 'sandbox' },
    person: { id, username, realName },
  };
  const credentials = { way: 'accessKey', key: sandboxPeople.ben.accessKey } as const;
  const vault = await seal({ session, credentials, keep: 'device' }, await makeKey(passphrase));
  localStorage.setItem('parterre.vault.sandbox 102', JSON.stringify(vault));
  const { user, router } = await renderAt('/connect', { as: null, world: 'vault-else' });
  await user.type(await screen.findByLabelText('Passphrase of anna'), passphrase);
  await user.click(screen.getByRole('button', { name: 'Unlock' }));
  expect(await screen.findByText(/no longer accepts what lies here/)).toBeVisible();
  expect(currentSession()).toBeNull();
  expect(router.state.location.pathname).toBe('/connect');
});

test('C7: what lies on this device is forgotten by a click, and by signing out', async () => {
  const { user } = await renderAt('/connect', { as: null, world: 'vault' });
  await keepOnThisDevice(user);
  const kept = localStorage.getItem('parterre.vault.sandbox 102') ?? '';
  endAllSessions();
  expect(localStorage.getItem('parterre.vault.sandbox 102')).toBeNull();
  localStorage.setItem('parterre.vault.sandbox 102', kept);
  cleanup();
  const again = await renderAt('/connect', { as: null, world: 'vault' });
  await again.user.click(await screen.findByRole('button', { name: 'Forget it' }));
  expect(screen.queryByLabelText('Passphrase of anna')).not.toBeInTheDocument();
  expect(localStorage.getItem('parterre.vault.sandbox 102')).toBeNull();
});

test('C2: nobody enters an open platform; a closed one says so', async () => {
  const { user, router } = await renderAt('/connect', { as: null, world: 'open-connect' });
  await user.click(screen.getByRole('button', { name: 'Other ways' }));
  await user.click(await screen.findByRole('radio', { name: /Without an account/ }));
  await user.click(screen.getByRole('button', { name: 'Sign in' }));
  await waitFor(() => expect(router.state.location.pathname).toBe('/projects'));
  expect(currentSession()?.person).toMatchObject({ id: 0, username: 'anonymous' });
});

test('C2: where to go on after signing in is said', async () => {
  await renderAt('/connect?return=%2Fartifacts%2F431', { as: null });
  expect(screen.getByText(/go on where you were/)).toHaveTextContent('/artifacts/431');
});

/** Answers `path` by `answer` from now on; all else as before. */
function answerAt(path: string, answer: () => Response): void {
  const before = globalThis.fetch;
  vi.stubGlobal('fetch', async (input: string | URL | Request, init?: RequestInit) => {
    const url = new URL(input instanceof Request ? input.url : input);
    return url.pathname === path ? answer() : before(input, init);
  });
}

const page = () =>
  new Response('<!doctype html><title>Login - Tuleap</title><form></form>', {
    headers: { 'content-type': 'text/html' },
  });

test('C1: a faulty entry of the list is told at its place, and the others are offered', async () => {
  const { router } = await renderAt('/connect', { as: null });
  const good = { id: 'a', label: 'Main', url: '', color: 'teal', kind: 'tuleap' };
  const bad = { ...good, id: 'b', label: 'Old', url: 'https://old.example/tuleap/' };
  answerAt('/parterre.json', () => Response.json({ servers: [bad, good] }));
  await act(() => router.revalidate());
  const fault = await screen.findByText(/faulty/);
  const item = fault.closest('li');
  expect(item).toHaveTextContent(/^Old.*write "https:\/\/old.example", without "\/tuleap\/"/);
  expect(item && within(item).queryByRole('button')).toBeNull();
  expect(screen.getByRole('button', { name: /^Main/ })).toBeVisible();
});

test('C3: an address that answers with a web page says so before and after a sign-in is tried', async () => {
  const { user, router } = await renderAt('/connect', { as: null });
  answerAt('/api/version', page);
  answerAt('/api/users/self', page);
  await act(() => router.revalidate());
  await user.click(screen.getByRole('button', { name: 'Add a server' }));
  await user.click(screen.getByRole('button', { name: /^Sandbox(?! far)/ }));
  expect(await screen.findByText(/answers with a web page, not as Tuleap’s API/)).toBeVisible();
  await user.type(screen.getByLabelText('Access key'), sandboxPeople.anna.accessKey);
  await user.click(screen.getByRole('button', { name: 'Sign in' }));
  expect(await screen.findByText(/A web page came in place of data/)).toBeVisible();
  expect(screen.getByText(/Check the address of the server and any proxy/)).toBeVisible();
  expect(screen.queryByText(/has not been sent/)).not.toBeInTheDocument();
});
