import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { clearLog, type Departure, loggedRequests, logRequest, subscribeToLog } from './log';

const departure: Departure = {
  method: 'GET',
  path: '/api/projects?limit=50',
  connection: { id: 'there', label: 'There', url: 'https://tuleap.example.org' },
  attempt: 1,
  headers: { Accept: 'application/json', 'X-Auth-AccessKey': 'tlp-k1-1.secretsecret' },
  body: null,
  secrets: ['secretsecret'],
};
const arrival = { status: 200, headers: null, text: null, bytes: null, problem: null };

beforeEach(() => clearLog());

function everything(): string {
  return JSON.stringify(loggedRequests());
}

test('A1: a request is in the log from its departure on, and its answer when it came', () => {
  let changes = 0;
  onTestFinished(subscribeToLog(() => (changes += 1)));
  const arrive = logRequest(departure);
  expect(loggedRequests()[0]).toMatchObject({
    method: 'GET',
    path: '/api/projects?limit=50',
    server: { id: 'there', label: 'There', url: 'https://tuleap.example.org' },
    attempt: 1,
    milliseconds: null,
    status: null,
    requestHeaders: { accept: 'application/json', 'x-auth-accesskey': '•••' },
  });
  arrive({
    ...arrival,
    headers: new Headers({ 'X-PAGINATION-SIZE': '3' }),
    text: '[{"id":1}]',
    bytes: 10,
  });
  const [entry] = loggedRequests();
  expect(entry).toMatchObject({
    status: 200,
    answerHeaders: { 'x-pagination-size': '3' },
    answerBody: '[{"id":1}]',
    answerBytes: 10,
    problem: null,
  });
  expect(entry?.milliseconds).toBeGreaterThanOrEqual(0);
  expect(changes).toBe(2);
});

test('A1: the last 500 are kept, oldest first, and a list that was handed out does not change', () => {
  for (let count = 0; count < 503; count += 1) {
    logRequest({ ...departure, path: `/api/projects/${count}` });
  }
  const before = loggedRequests();
  expect(before).toHaveLength(500);
  expect([before[0]?.path, before.at(-1)?.path]).toEqual(['/api/projects/3', '/api/projects/502']);
  clearLog();
  expect([before.length, loggedRequests().length]).toEqual([500, 0]);
});

test('A1: an answer that comes after the log was cleared stays out of it', () => {
  const arrive = logRequest(departure);
  clearLog();
  arrive(arrival);
  expect(loggedRequests()).toEqual([]);
});

test('A1: long bodies are cut, and it is said by how much', () => {
  const arrive = logRequest({ ...departure, method: 'POST', body: 'x'.repeat(70_000) });
  arrive({ ...arrival, text: 'y'.repeat(65_536) });
  const [entry] = loggedRequests();
  expect([entry?.requestBody?.length, entry?.requestCut]).toEqual([65_536, 4_464]);
  expect([entry?.answerBody?.length, entry?.answerCut]).toEqual([65_536, 0]);
});

test('A1: all bodies together stay within eight million characters, the newest are kept', () => {
  for (let count = 0; count < 200; count += 1) {
    logRequest(departure)({ ...arrival, text: 'x'.repeat(65_536) });
  }
  const all = loggedRequests();
  const kept = all.reduce((sum, { answerBody }) => sum + (answerBody?.length ?? 0), 0);
  expect(kept).toBeLessThanOrEqual(8_388_608);
  expect([all[0]?.answerBody, all[0]?.answerCut]).toEqual([null, 65_536]);
  expect(all.at(-1)?.answerBody).toHaveLength(65_536);
});

test.each([
  ['the token in a path', { method: 'DELETE', path: '/api/tokens/3f9a0c77e1b2', secrets: [] }],
  ['a key in a query', { path: '/api/x?a=tlp-k1-9.3f9a0c77e1b2', secrets: [] }],
  ['the Basic header', { headers: { Authorization: 'Basic 3f9a0c77e1b2' }, secrets: [] }],
  ['the token header', { headers: { 'X-Auth-Token': '3f9a0c77e1b2' }, secrets: [] }],
  [
    'a short password in a body',
    { body: '{"username":"anna","password":"3f9a0c77e1b2\\"q"}', secrets: [] },
  ],
  ['a secret at the cut', { body: `${'x'.repeat(65_530)} tlp-k1-9.3f9a0c77e1b2`, secrets: [] }],
])('C7: %s does not enter the log', (_, change) => {
  logRequest({ ...departure, ...change });
  expect(everything()).not.toMatch(/3f9a0c|77e1b2/);
  expect(everything()).toContain('•••');
});

test.each([
  ['a token', '{"user_id":102,"token":"3f9a0c77e1b2","uri":"tokens\\/3f9a0c77e1b2"}', []],
  ['a new access key', '{"identifier":"tlp-k1-7.3f9a0c77e1b2"}', []],
  ['a password that the server repeats', '{"error":"bad 3f9a0c77\\/e1b2"}', ['3f9a0c77/e1b2']],
  ['a password as the server escapes it', '{"error":"bad 3f9a0c\\u00fc77e1b2"}', ['3f9a0cü77e1b2']],
])('C7: %s in an answer does not enter the log', (_, text, secrets) => {
  const arrive = logRequest({ ...departure, secrets });
  arrive({ ...arrival, text, problem: `said ${text}` });
  expect(everything()).not.toMatch(/3f9a0c|77e1b2|e1b2/);
});

test('A1: what is no secret stays readable, such as the scopes of an access key', () => {
  const text = '{"id":7,"description":"for token tests","scopes":[{"identifier":"write:rest"}]}';
  logRequest(departure)({ ...arrival, text });
  expect(loggedRequests()[0]?.answerBody).toBe(text);
});
