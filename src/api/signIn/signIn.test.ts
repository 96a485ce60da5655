import { QueryClient } from '@tanstack/react-query';
import { afterEach, expect, test, vi } from 'vitest';
import { openFetchDoor, type Sent } from '../../../tests/fetchDoor';
import { loggedRequests } from '../requests/log';
import { type Connection, currentSession, endSession } from '../session';
import { signIn } from './signIn';
import { signOut } from './signOut';

const connection: Connection = {
  id: 'there',
  label: 'There',
  url: 'https://tuleap.example.org',
  color: 'teal',
  kind: 'tuleap',
};

const self = {
  id: 102,
  uri: 'users/102',
  user_url: '/users/anna',
  real_name: 'Anna A',
  display_name: 'Anna A (anna)',
  username: 'anna',
  ldap_id: '',
  avatar_url: 'https://tuleap.example.org/a.png',
  is_anonymous: false,
  has_avatar: false,
  email: 'anna@example.org',
  status: 'A',
};

const unauthorized = () =>
  Response.json(
    { error: { code: 401, message: 'Unauthorized: Invalid access key' } },
    { status: 401 },
  );

function tuleap({ method, url, headers }: Sent): Response {
  if (url.pathname === '/api/tokens' && method === 'POST') {
    return Response.json({ user_id: 102, token: 'abcdef', uri: 'tokens/abcdef' }, { status: 201 });
  }
  if (method === 'DELETE') return new Response('');
  const isKnown = ['x-auth-accesskey', 'x-auth-token', 'authorization'].some((name) =>
    headers.has(name),
  );
  if (!isKnown) return unauthorized();
  if (url.pathname === '/api/users') {
    return Response.json(url.search.includes('anna') ? [self] : []);
  }
  return Response.json(url.pathname.endsWith('/access_keys') ? [] : self);
}

afterEach(() => {
  endSession();
});

const key = { way: 'accessKey', key: ' tlp-k1-1.abc ', username: 'anna' } as const;
const password = { way: 'password', username: ' anna ', password: ' p w ', as: 'token' } as const;

test('An access key signs in as whom the server says', async () => {
  const log = openFetchDoor(tuleap);
  const result = await signIn(connection, key);
  expect(result).toEqual({
    outcome: 'signedIn',
    session: { connection, person: { id: 102, username: 'anna', realName: 'Anna A' } },
  });
  expect(currentSession()?.person.username).toBe('anna');
  expect(log[0]?.headers.get('x-auth-accesskey')).toBe('tlp-k1-1.abc');
});

test.each([
  [{ ...key, key: '' }, 'key'],
  [{ ...key, key: 'tlp-oauth2-at1-1.abc' }, 'key'],
  [{ ...key, key: 'my password' }, 'key'],
  [{ ...key, key: 'tlp-k1-1.ab c' }, 'key'],
  [{ ...key, key: 'tlp-k1-1.ab\nc' }, 'key'],
  [{ ...key, username: '' }, 'username'],
  [{ ...key, username: 'anna:x' }, 'username'],
  [{ way: 'browser' }, 'way'],
  [{ ...password, username: ' ' }, 'username'],
  [{ ...password, password: '' }, 'password'],
] as const)('%j is refused before anything is sent', async (form, field) => {
  const log = openFetchDoor(tuleap);
  expect(await signIn(connection, form)).toMatchObject({ outcome: 'refused', field });
  expect(log).toEqual([]);
});

test('A password becomes a token at once and is not sent again', async () => {
  const log = openFetchDoor(tuleap);
  expect((await signIn(connection, password)).outcome).toBe('signedIn');
  expect(log.map((sent) => `${sent.method} ${sent.url.pathname}`)).toEqual([
    'POST /api/tokens',
    // From another origin only a number passes the preflight.
    'GET /api/users/102',
  ]);
  expect(log[0]?.body).toEqual({ username: 'anna', password: ' p w ' });
  expect(log[1]?.headers.get('x-auth-token')).toBe('abcdef');
  expect(log[1]?.headers.get('x-auth-userid')).toBe('102');
});

test.each([403, 404, 405, 501])(
  'C2: where /tokens answers %i, Basic goes on with the password in UTF-8; the method token says so',
  async (status) => {
    const log = openFetchDoor((sent) =>
      sent.url.pathname === '/api/tokens'
        ? new Response('<h1>No</h1>', { status, headers: { 'content-type': 'text/html' } })
        : tuleap(sent),
    );
    expect(await signIn(connection, password)).toMatchObject({
      field: 'password',
      message: expect.stringContaining('gives out no tokens'),
    });
    const basic = { ...password, password: 'pässwörd ☃', as: 'basic' } as const;
    expect((await signIn(connection, basic)).outcome).toBe('signedIn');
    const sent = log.at(-1)?.headers.get('authorization')?.replace('Basic ', '') ?? '';
    expect(Buffer.from(sent, 'base64').toString('utf8')).toBe('anna:pässwörd ☃');
  },
);

test('C2: the method Basic takes the token that the server gives, and forgets the password', async () => {
  const log = openFetchDoor(tuleap);
  expect((await signIn(connection, { ...password, as: 'basic' })).outcome).toBe('signedIn');
  expect(log.at(-1)?.headers.get('x-auth-token')).toBe('abcdef');
  expect(log.filter(({ headers }) => headers.has('authorization'))).toEqual([]);
});

test.each([
  ['nobody has this name', 'zoe', [], 'knows nobody called zoe'],
  ['the keys are shown', 'anna', [], undefined],
  ['the keys are withheld', 'anna', 403, 'does not belong to anna'],
] as const)('C2: from another origin, where %s', async (_, username, keys, message) => {
  openFetchDoor((sent) =>
    keys === 403 && sent.url.pathname.endsWith('/access_keys')
      ? new Response('', { status: 403 })
      : tuleap(sent),
  );
  const result = await signIn(connection, { ...key, username });
  if (message === undefined) expect(result).toMatchObject({ outcome: 'signedIn' });
  else {
    expect(result).toMatchObject({ field: 'username', message: expect.stringContaining(message) });
    expect(currentSession()).toBeNull();
  }
});

test('C2: where the preflight of the keys fails, the name is that which was typed, and marked so', async () => {
  openFetchDoor((sent) =>
    sent.url.pathname.endsWith('/access_keys')
      ? Promise.reject(new TypeError('Failed to fetch'))
      : tuleap(sent),
  );
  await signIn(connection, key);
  expect(currentSession()?.person).toMatchObject({ username: 'anna', isUnverified: true });
});

test('C2: a password with letters beyond Latin-1 that is refused is told how it was sent', async () => {
  openFetchDoor(unauthorized);
  expect(await signIn(connection, { ...password, password: '☃' })).toMatchObject({
    field: 'password',
    message:
      'The user name or the password is wrong. It was sent in UTF-8, letters beyond Latin-1 included.',
  });
});

test('Wrong credentials say so in words', async () => {
  openFetchDoor(unauthorized);
  expect(await signIn(connection, key)).toMatchObject({
    outcome: 'refused',
    field: 'key',
    message: expect.stringContaining('does not accept this access key'),
  });
  expect(await signIn(connection, password)).toMatchObject({
    outcome: 'refused',
    field: 'password',
    message: 'The user name or the password is wrong.',
  });
  expect(currentSession()).toBeNull();
});

test('A suspended account hears what the server says', async () => {
  openFetchDoor(() =>
    Response.json({ error: { code: 403, message: 'Forbidden: Suspended' } }, { status: 403 }),
  );
  expect(await signIn(connection, key)).toMatchObject({
    outcome: 'refused',
    message: expect.stringContaining(': Suspended'),
  });
});

test('A token that cannot be used is revoked, and the fault is not called a wrong password', async () => {
  const log = openFetchDoor((sent) =>
    sent.method === 'GET' ? new Response('', { status: 503 }) : tuleap(sent),
  );
  await expect(signIn(connection, password)).rejects.toMatchObject({ status: 503 });
  expect(log.at(-1)?.method).toBe('DELETE');
  expect(currentSession()).toBeNull();
});

test('Signing out forgets everything read and revokes the token with itself', async () => {
  const log = openFetchDoor(tuleap);
  await signIn(connection, password);
  const client = new QueryClient();
  client.setQueryData(['there', 102, 'projects'], []);
  expect(await signOut(client)).toEqual({ isRevoked: true });
  expect(currentSession()).toBeNull();
  expect(client.getQueryCache().getAll()).toEqual([]);
  // A1: what this person asked is not for the next one of this window; what ends the token is no secret.
  expect(loggedRequests().map(({ method, path }) => `${method} ${path}`)).toEqual([
    'DELETE /api/tokens/•••',
  ]);
  const last = log.at(-1);
  expect(`${last?.method} ${last?.url.pathname}`).toBe('DELETE /api/tokens/abcdef');
  expect(last?.headers.get('x-auth-token')).toBe('abcdef');
});

test('Signing out works without a network, and says that the token lives on', async () => {
  openFetchDoor(tuleap);
  await signIn(connection, password);
  openFetchDoor(() => Promise.reject(new TypeError('fetch failed')));
  expect(await signOut(new QueryClient())).toEqual({ isRevoked: false });
  expect(currentSession()).toBeNull();
});

test('Signing out stops reads that are under way', async () => {
  openFetchDoor(tuleap);
  await signIn(connection, key);
  const client = new QueryClient();
  let isStopped = false;
  const read = client.fetchQuery({
    queryKey: ['there', 102, 'slow'],
    queryFn: ({ signal }) =>
      new Promise<never>((_, reject) => {
        signal.addEventListener('abort', () => {
          isStopped = true;
          reject(signal.reason);
        });
      }),
  });
  await Promise.all([signOut(client), expect(read).rejects.toThrow()]);
  expect(isStopped).toBe(true);
});

test('C5: a token that a newer sign-in replaced is revoked with itself; the new one is not', async () => {
  let made = 0;
  const log = openFetchDoor((sent) => {
    if (sent.method !== 'POST') return tuleap(sent);
    made += 1;
    return Response.json({ user_id: 102, token: `token${made}`, uri: 'x' }, { status: 201 });
  });
  const first = await signIn(connection, password);
  if (first.outcome !== 'signedIn') throw new Error('not signed in');
  await signIn(connection, password, { onlyAs: first.session.person });
  const revoked = () =>
    log
      .filter(({ method }) => method === 'DELETE')
      .map(({ url, headers }) => [url.pathname, headers.get('x-auth-token')]);
  await vi.waitFor(() => expect(revoked()).toEqual([['/api/tokens/token1', 'token1']]));
});
