import { screen, waitFor } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { currentSession, waitForSignIn } from '~/api/session';
import { renderAt } from '../../tests/renderAt';
import { sandboxPeople } from '../../tests/sandbox/people';

test('After a 401 the page stays, the same person signs in, and the request goes on', async () => {
  const { user } = await renderAt('/projects', { as: 'anna' });
  const heading = screen.getByRole('heading', { level: 1 });
  const wait = waitForSignIn();
  const dialog = await screen.findByRole('dialog', { name: 'Sign in again' });
  expect(dialog).toHaveTextContent('credentials of anna');
  expect(heading).toBeInTheDocument();
  await user.type(screen.getByLabelText('Access key'), sandboxPeople.anna.accessKey);
  await user.click(screen.getByRole('button', { name: 'Sign in' }));
  await expect(wait).resolves.toBe(true);
  await waitFor(() => expect(dialog).not.toBeInTheDocument());
  expect(heading).toBeInTheDocument();
});

test('Somebody else does not get in, is told so, and nothing goes out under their name', async () => {
  const { user } = await renderAt('/projects', { as: 'anna' });
  const wait = waitForSignIn();
  await screen.findByRole('dialog', { name: 'Sign in again' });
  await user.type(screen.getByLabelText('Access key'), sandboxPeople.ben.accessKey);
  await user.click(screen.getByRole('button', { name: 'Sign in' }));
  expect(await screen.findByText(/These are the credentials of ben/)).toBeVisible();
  expect(currentSession()?.person.username).toBe('anna');
  await user.type(screen.getByLabelText('Access key'), sandboxPeople.anna.accessKey);
  await user.click(screen.getByRole('button', { name: 'Sign in' }));
  await expect(wait).resolves.toBe(true);
});

type User = Awaited<ReturnType<typeof renderAt>>['user'];

const ways: [string, (user: User, person: 'anna' | 'ben') => Promise<void>][] = [
  [
    'an access key',
    async (user, person) => {
      await user.click(screen.getByLabelText('Access key'));
      await user.paste(sandboxPeople[person].accessKey);
    },
  ],
  [
    'a password made a token',
    async (user, person) => {
      await user.click(screen.getByRole('button', { name: 'User name and password' }));
      const name = await screen.findByLabelText('User name');
      await user.clear(name);
      await user.type(name, person);
      await user.type(screen.getByLabelText('Password'), sandboxPeople[person].password);
    },
  ],
];

/** What left from now on, but for the questions of a sign-in: method, path, and under whose credentials. */
function listen(): () => string[] {
  const asked = vi.spyOn(globalThis, 'fetch');
  return () =>
    asked.mock.calls.flatMap(([input, init]) => {
      const { pathname } = new URL(String(input));
      const headers = new Headers(init?.headers);
      const isSignIn = /\/api\/(tokens(\/.*)?|users\/self|version)$/.test(pathname);
      const isBens =
        headers.get('x-auth-accesskey') === sandboxPeople.ben.accessKey ||
        headers.get('x-auth-userid') === String(sandboxPeople.ben.id);
      return isSignIn || !isBens ? [] : [`${init?.method} ${pathname}`];
    });
}

test.each(ways)(
  'C4: by %s somebody else is told; nothing of the first person is sent, and her text and caret stay',
  async (_, fill) => {
    const { user, world } = await renderAt('/artifacts/431', { as: 'anna' });
    const comment = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Comment' });
    await user.click(comment);
    await user.paste('Half a sentence');
    comment.setSelectionRange(5, 7);
    const before = world.artifacts.get(431)?.changesets.length;
    const asked = listen();
    const wait = waitForSignIn();
    const dialog = await screen.findByRole('dialog', { name: 'Sign in again' });
    await fill(user, 'ben');
    await user.click(screen.getByRole('button', { name: 'Sign in' }));
    expect(await screen.findByText(/These are the credentials of ben/)).toBeVisible();
    expect(comment).toHaveValue('Half a sentence');
    expect(asked()).toEqual([]);
    expect(world.artifacts.get(431)?.changesets.length).toBe(before);
    // A token that was made for the wrong person does not stay behind.
    expect([...world.tokens.values()].filter(({ userId }) => userId === 103)).toEqual([]);
    await fill(user, 'anna');
    await user.click(screen.getByRole('button', { name: 'Sign in' }));
    await expect(wait).resolves.toBe(true);
    await waitFor(() => expect(dialog).not.toBeInTheDocument());
    // The focus, which only a browser gives back, is held by e2e/errors.e2e.ts.
    expect([comment.selectionStart, comment.selectionEnd]).toEqual([5, 7]);
    expect(currentSession()?.person.username).toBe('anna');
  },
  40_000,
);
