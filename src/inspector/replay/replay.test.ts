import { expect, onTestFinished, test } from 'vitest';
import * as z from 'zod/mini';
import { request } from '~/api/client';
import type { LoggedRequest } from '~/api/requests/log';
import { beginSession, endSession } from '~/api/session';
import { openFetchDoor } from '../../../tests/fetchDoor';
import { draftOf, replay, replayFault } from './replay';

const entry: LoggedRequest = {
  id: 1,
  method: 'PUT',
  path: '/api/artifacts/7',
  server: { id: 'x', label: 'X', url: 'https://tuleap.example.org' },
  startedAt: 0,
  milliseconds: 3,
  attempt: 1,
  requestHeaders: { accept: 'application/json', 'x-auth-accesskey': '•••', 'if-match': '1795' },
  requestBody: '{"values":[]}',
  status: 412,
  answerHeaders: {},
  answerBody: null,
  answerBytes: 0,
  problem: null,
  requestCut: 0,
  answerCut: 0,
};

test('A2: a request is sent again with its body and condition; the rest is the client’s', () => {
  expect(draftOf(entry)).toEqual({
    method: 'PUT',
    path: 'artifacts/7',
    body: '{"values":[]}',
    headers: { 'if-match': '1795' },
  });
});

test.each([
  [{ path: '/api/tokens/•••', method: 'DELETE' }],
  [{ requestBody: '{"password":"•••"}' }],
  [{ requestCut: 5 }],
  [{ path: '/plugins/tracker/attachments/1-a' }],
])('A2: what is not whole is not sent again: %j', (change) => {
  expect(draftOf({ ...entry, ...change })).toHaveProperty('why');
});

test.each([
  ['artifacts/7?values_format=all', undefined],
  ['', expect.any(String)],
  ['/etc', expect.any(String)],
  ['../admin', expect.any(String)],
  ['a/%2e%2e/%2E%2e/admin', expect.any(String)],
  ['a\\..\\..\\admin', expect.any(String)],
  ['//evil.example/x', expect.any(String)],
  ['artifacts/7#x', expect.any(String)],
])('A2: an edited path stays below /api/ of the same server: %j', (path, fault) => {
  expect(replayFault({ method: 'GET', path, body: '', headers: {} })).toEqual(fault);
});

test('A2: a body that is not JSON is not sent', () => {
  const draft = { method: 'PUT', path: 'artifacts/7', headers: {} } as const;
  expect(replayFault({ ...draft, body: '{' })).toMatch(/not JSON/);
  expect(replayFault({ ...draft, body: '' })).toBeUndefined();
});

test('A2: the answer of a replay is its own, not that of what left meanwhile', async () => {
  const base = 'https://tuleap.example.org';
  beginSession(
    {
      connection: { id: 'x', label: 'X', url: base, color: 'teal', kind: 'tuleap' },
      person: { id: 102, username: 'anna', realName: 'Anna' },
    },
    { way: 'accessKey', key: 'tlp-k1-1.secretsecret' },
  );
  onTestFinished(() => void endSession());
  openFetchDoor(({ url }) => Response.json({ at: url.pathname }));
  const draft = { method: 'GET', path: 'projects?limit=2', body: '', headers: {} } as const;
  const [result] = await Promise.all([replay(draft), request('GET', 'users/102', z.unknown())]);
  expect('entry' in result && result.entry.path).toBe('/api/projects?limit=2');
});
