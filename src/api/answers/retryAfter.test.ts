import { expect, test } from 'vitest';
import { retryAfter, waitInWords } from './retryAfter';

const now = Date.parse('2026-11-21T10:00:00Z');

test.each([
  [{}, null],
  [{ 'retry-after': '30' }, 30],
  [{ 'retry-after': 'Sat, 21 Nov 2026 10:02:00 GMT' }, 120],
  [{ 'retry-after': 'Sat, 21 Nov 2026 09:00:00 GMT' }, 0],
  // A client clock that is an hour wrong does not matter: the answer carries the server's time.
  [{ 'retry-after': 'Sat, 21 Nov 2026 11:00:10 GMT', date: 'Sat, 21 Nov 2026 11:00:00 GMT' }, 10],
  [{ 'retry-after': 'soon' }, null],
])('Retry-After %j asks for %j seconds', (headers, seconds) => {
  expect(retryAfter(new Headers(headers as Record<string, string>), now)).toBe(seconds);
});

test.each([
  [0, '1 second'],
  [1, '1 second'],
  [89, '89 seconds'],
  [90, '2 minutes'],
  [7200, '2 hours'],
])('%i seconds are %s', (seconds, words) => {
  expect(waitInWords(seconds)).toBe(words);
});
