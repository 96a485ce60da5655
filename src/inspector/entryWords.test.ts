import { beforeEach, expect, test } from 'vitest';
import { clearLog, loggedRequests, logRequest, STOPPED } from '~/api/requests/log';
import { statusWords, toneOf } from './entryWords';

beforeEach(clearLog);

test.each([
  ['stopped', 'open', STOPPED],
  ['no answer', 'bad', 'The server did not answer in time.'],
])('A1: what got no answer is told as %s', (words, tone, problem) => {
  const connection = { id: 'a', label: 'A', url: 'https://a.example' };
  const asked = { method: 'GET', path: '/api/x', connection, attempt: 1, headers: {}, body: null };
  const arrive = logRequest({ ...asked, secrets: [] });
  const under = loggedRequests().map((entry) => [statusWords(entry), toneOf(entry)]);
  expect(under).toEqual([['under way', 'open']]);
  arrive({ status: null, headers: null, text: null, bytes: null, problem });
  const done = loggedRequests().map((entry) => [statusWords(entry), toneOf(entry)]);
  expect(done).toEqual([[words, tone]]);
});
