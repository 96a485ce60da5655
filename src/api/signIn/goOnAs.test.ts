import { afterEach, expect, test, vi } from 'vitest';
import { openFetchDoor } from '../../../tests/fetchDoor';
import {
  beginSession,
  type Connection,
  dropCredentials,
  endAllSessions,
  isSignedIn,
  profileOf,
  type Session,
} from '../session';
import { goOnWithKey } from './renew';

const connection: Connection = {
  ...{ id: 'there', label: 'There', url: 'https://tuleap.example.org' },
  ...{ color: 'teal', kind: 'tuleap' },
};
const anna: Session = { connection, person: { id: 102, username: 'anna', realName: 'Anna' } };
const ben: Session = { connection, person: { id: 103, username: 'ben', realName: 'Ben' } };
const token = { way: 'token', userId: 102, token: 'abcdef', endsAt: 0 } as const;
const made = 'tlp-k1-7.newsecret';

/** A key is being made; `meanwhile` happens before the server answers. */
async function goOn(meanwhile: () => void) {
  const sent = openFetchDoor(({ method }) => {
    if (method !== 'POST') return new Response('');
    meanwhile();
    return Response.json({ identifier: made }, { status: 201 });
  });
  beginSession(anna, token);
  const outcome = await goOnWithKey().catch((error: unknown) => error);
  return { outcome, sent };
}

afterEach(endAllSessions);

test('C5: a token goes on as a key for one day, and is revoked', async () => {
  const { outcome, sent } = await goOn(() => {});
  expect(outcome).toEqual({ isOldRevoked: true });
  expect(isSignedIn(profileOf(anna))).toBe(true);
  expect(sent.map(({ method, url }) => `${method} ${url.pathname}`)).toEqual([
    'POST /api/access_keys',
    'DELETE /api/tokens/abcdef',
  ]);
});

test.each([
  ['a sign-out in another tab', () => void dropCredentials(profileOf(anna))],
  ['a sign-out here', () => endAllSessions()],
  ['another profile', () => void beginSession(ben, { way: 'accessKey', key: 'tlp-k1-9.ben' })],
])(
  'C5: a key that comes after %s signs nobody in again, and is revoked with itself',
  async (_, meanwhile) => {
    const { outcome, sent } = await goOn(meanwhile);
    expect(outcome).toMatchObject({ kind: 'blocked', reason: 'somebodyElse' });
    expect(isSignedIn(profileOf(anna))).toBe(false);
    await vi.waitFor(() => expect(sent).toHaveLength(2));
    expect(sent[1]?.url.pathname).toBe('/api/access_keys/7');
    expect(sent[1]?.headers.get('x-auth-accesskey')).toBe(made);
  },
);
