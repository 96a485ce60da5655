import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import * as z from 'zod/mini';
import { deleteArtifact } from '~/api/artifacts/remove';
import { setReadOnly } from '~/api/requests/readOnly';
import { send, watchWrites } from '~/api/requests/write';
import { currentSession, endSession, scope } from '~/api/session';
import { createAccessKey } from '~/api/signIn/accessKeys';
import { createToken } from '~/api/signIn/tokens';
import { openFetchDoor } from '../../../tests/fetchDoor';
import { refuseWrites, withStorage } from '../../../tests/fixtures/browserStorage';
import { beSignedIn } from '../../../tests/fixtures/signedIn';
import { readJournal } from './journal';
import { watched } from './watch';

withStorage();

const json = { headers: { 'content-type': 'application/json' } };
let answer: () => Response | Promise<Response>;

beforeEach(() => {
  openFetchDoor(() => answer());
  beSignedIn();
  watchWrites(watched);
});
afterEach(() => {
  watchWrites((_, ask) => ask());
  endSession();
});

const entries = async () => (await readJournal(scope())).entries;

test('A7: a write outside the engine stands there before it is sent, with what it took away', async () => {
  answer = async () => {
    expect(await entries()).toMatchObject([{ outcome: 'underWay', name: 'req #12' }]);
    return new Response(null, { status: 200 });
  };
  const changes = [{ label: 'Title', before: 'Pump', after: '' }];
  await deleteArtifact(12, { name: 'req #12', changes });
  expect(await entries()).toMatchObject([
    {
      outcome: 'landed',
      request: { method: 'DELETE', path: 'artifacts/12' },
      changes: [{ label: 'Title', before: 'Pump', after: '' }],
    },
  ]);
});

test('A7: what the server refuses and what nobody knows is told apart', async () => {
  answer = () =>
    new Response('{"error":{"code":403,"message":"Forbidden"}}', { status: 403, ...json });
  await expect(deleteArtifact(12)).rejects.toThrow();
  answer = () => Promise.reject(new TypeError('broken'));
  await expect(deleteArtifact(13)).rejects.toThrow();
  expect((await entries()).map(({ outcome }) => outcome).sort()).toEqual(['refused', 'unknown']);
});

test('A7: what did not leave is no write', async () => {
  setReadOnly(true);
  await expect(deleteArtifact(12)).rejects.toMatchObject({ reason: 'readOnly' });
  setReadOnly(false);
  expect(await entries()).toEqual([]);
});

test('V8: what the answer to a deletion says of the limit stands there, also when the limit refused it', async () => {
  const limit = (remaining: string) => ({
    'x-ratelimit-limit': '2',
    'x-ratelimit-remaining': remaining,
  });
  answer = () => new Response(null, { status: 200, headers: limit('1') });
  await deleteArtifact(12);
  answer = () => new Response('', { status: 429, headers: limit('0') });
  await expect(deleteArtifact(13)).rejects.toThrow();
  const told = (await entries()).map(({ outcome, budget }) => [outcome, budget?.remaining]);
  expect(told).toEqual(
    expect.arrayContaining([
      ['landed', 1],
      ['refused', 0],
    ]),
  );
});

test('A7: a new key stands there, and no secret gets into the journal', async () => {
  answer = () => new Response('{"identifier":"tlp-k1-9.newsecret"}', json);
  await createAccessKey({ description: 'CI', scopes: ['write:rest'], expiresOn: null });
  const connection = currentSession()?.connection;
  if (!connection) throw new Error('nobody is signed in');
  await createToken(connection, 'anna', 'my password').catch(() => {});
  // By hand, out of the log of requests.
  const about = { name: 'Sent again from the log of requests' };
  const body = { username: 'anna', password: 'my password', key: 'tlp-k1-9.newsecret' };
  const schema = z.unknown();
  await send({ method: 'POST', path: 'tokens', body, about, schema }).catch(() => {});
  const text = JSON.stringify(await entries());
  expect(text).toContain('"username":"anna"');
  expect(text).toContain('Access key “CI”');
  expect(text).not.toMatch(/newsecret|my password/);
});

test('A7: a journal that cannot be kept holds no write up', async () => {
  refuseWrites('QuotaExceededError');
  answer = () => new Response(null, { status: 200 });
  await expect(deleteArtifact(12)).resolves.toBeDefined();
  vi.restoreAllMocks();
  expect(await entries()).toEqual([]);
});
