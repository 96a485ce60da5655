import { act, screen, waitFor, within } from '@testing-library/react';
import { expect, onTestFinished, test, vi } from 'vitest';
import { currentSession } from '~/api/session';
import { traces } from '../../tests/fixtures/pages/traces';
import { renderAt } from '../../tests/renderAt';
import { sandboxPeople } from '../../tests/sandbox/people';

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
