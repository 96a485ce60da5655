import { QueryClient } from '@tanstack/react-query';
import { afterEach, expect, test, vi } from 'vitest';
import type { JournalEntry } from '~/saving/journal/entry';
import { budgetOf, budgetQuery, budgetWords, rememberBudget } from './budget';

afterEach(() => vi.useRealTimers());

const HOUR = 3_600_000;
const noon = Date.parse('2026-11-21T12:00:00Z');

function entry(at: number, more: Partial<JournalEntry> = {}): JournalEntry {
  return {
    schema: 1,
    id: String(at),
    at,
    server: '',
    place: 'other',
    subject: 0,
    name: 'req #431',
    title: '',
    request: { method: 'DELETE', path: 'artifacts/431', body: undefined },
    changes: [],
    comment: '',
    outcome: 'landed',
    changeset: null,
    message: '',
    ...more,
  };
}

test('V8: what is left is known from the last deletion in the journal, also after a reload', () => {
  const known = budgetOf([
    entry(noon, { budget: { limit: 5, remaining: 3 } }),
    entry(noon - HOUR, { budget: { limit: 5, remaining: 4 } }),
    entry(noon + HOUR, { request: { method: 'DELETE', path: 'svn/3', body: undefined } }),
  ]);
  expect(budgetWords(known, noon + HOUR)).toBe(
    '3 of 5 deletions are left to you: the server counts those of the last 24 hours.',
  );
});

test('V8: each deletion comes back 24 hours after it was made', () => {
  const known = budgetOf([
    entry(noon, { budget: { limit: 5, remaining: 3 } }),
    entry(noon - 20 * HOUR, { budget: { limit: 5, remaining: 4 } }),
  ]);
  expect(budgetWords(known, noon + 3 * HOUR)).toMatch(/^3 of 5/);
  expect(budgetWords(known, noon + 5 * HOUR)).toMatch(/^4 of 5/);
  expect(budgetWords(known, noon + 25 * HOUR)).toMatch(/unknown until the first one/);
});

test('V8: also the answer that the limit refused tells it, and one that says nothing is unknown', () => {
  const refused = entry(noon, { outcome: 'refused', budget: { limit: 2, remaining: 0 } });
  expect(budgetWords(budgetOf([refused]), noon)).toMatch(/^0 of 2/);
  expect(budgetOf([entry(noon)])).toBeNull();
});

test('V8: what the limit refused is no deletion, so it does not come back after 24 hours', () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  const client = new QueryClient();
  const answer = (hour: number, kind: 'deleted' | 'refused') => {
    vi.setSystemTime(noon + hour * HOUR);
    rememberBudget(client, { kind, budget: { limit: 2, remaining: 0 } });
  };
  answer(0, 'refused');
  answer(2, 'deleted');
  const known = client.getQueryData(budgetQuery().queryKey);
  expect(budgetWords(known, noon + 25 * HOUR)).toMatch(/^0 of 2/);
  expect(budgetWords(known, noon + 26 * HOUR)).toMatch(/^1 of 2/);
});
