import { expect, test, vi } from 'vitest';
import {
  anna,
  answering,
  anything,
  ben,
  connection,
  crowded,
  fine,
  key,
  read,
  status,
  underPolicy,
  write,
} from '../../../tests/fixtures/setups/policy';
import { download } from '../answers/download';
import { noBody, request } from '../client';
import { beginSession, dropCredentials, endSession, leavePage, profileOf } from '../session';

underPolicy();

test('C4: a request that waits for its turn or its next try is not sent under another name', async () => {
  const sent = answering(status(503));
  const asked = read();
  const told = expect(asked).rejects.toMatchObject({ kind: 'blocked', reason: 'somebodyElse' });
  await vi.advanceTimersByTimeAsync(1);
  beginSession(ben, key);
  await vi.runAllTimersAsync();
  await told;
  expect(sent).toHaveLength(1);
});

test('C1: a file that waits for its turn is not asked for with the key of somebody else', async () => {
  const { sent, end } = crowded();
  const told = expect(download('/plugins/1')).rejects.toMatchObject({ reason: 'somebodyElse' });
  await vi.advanceTimersByTimeAsync(1);
  const there = { ...connection, id: 'other', url: 'https://other.example.org' };
  beginSession({ ...ben, connection: there }, { way: 'accessKey', key: 'tlp-k1-2.bensecret' });
  await end();
  await told;
  expect(sent.filter(({ method }) => method === 'GET')).toEqual([]);
});

test('C4: a write that waits for a new sign-in is not sent once its page was left; a read goes on', async () => {
  const sent = answering(status(401), status(401), fine);
  const written = expect(write()).rejects.toMatchObject({ name: 'AbortError' });
  const asked = read();
  await vi.advanceTimersByTimeAsync(1);
  expect(sent).toHaveLength(2);
  leavePage();
  await written;
  beginSession(anna, { way: 'accessKey', key: 'tlp-k1-2.newsecret' });
  expect((await asked).status).toBe(200);
  expect(sent.map(({ method }) => method)).toEqual(['PUT', 'GET', 'GET']);
});

test('C5: after a sign-out in another tab nothing goes out as nobody; it waits for the same person', async () => {
  const sent = answering(fine);
  dropCredentials(profileOf(anna));
  const asked = [read(), request('POST', 'things', anything, { body: {} })];
  const once = request('PUT', 'things/1', anything, { body: {}, isRepeated: false });
  await expect(once).rejects.toMatchObject({ status: 401 });
  await vi.advanceTimersByTimeAsync(60_000);
  expect(sent).toEqual([]);
  beginSession(anna, { way: 'accessKey', key: 'tlp-k1-2.newsecret' });
  await Promise.all(asked);
  expect(sent.map(({ headers }) => headers.get('x-auth-accesskey'))).toEqual(
    Array(2).fill('tlp-k1-2.newsecret'),
  );
});

test('C5: what waits after a sign-out in another tab ends as a 401 when the session ends', async () => {
  const sent = answering(fine);
  dropCredentials(profileOf(anna));
  const told = expect(read()).rejects.toMatchObject({ status: 401 });
  await vi.advanceTimersByTimeAsync(1);
  endSession();
  await told;
  expect(sent).toEqual([]);
});

test('D1: cross-origin nothing leaves that the browser would have to refuse, and it is said why', async () => {
  vi.stubGlobal('location', new URL('https://parterre.example.com/'));
  const sent = answering(fine);
  await expect(request('GET', 'users/self', anything)).rejects.toMatchObject({
    kind: 'blocked',
    reason: 'crossOrigin',
    message: expect.stringContaining('There cannot be asked for this from another address'),
  });
  const guarded = request('PUT', 'artifacts/1', noBody, { body: {}, headers: { 'If-Match': '1' } });
  await expect(guarded).rejects.toMatchObject({ reason: 'crossOrigin' });
  expect(sent).toEqual([]);
  expect((await request('GET', 'users/102', anything)).data).toEqual({ id: 1 });
});
