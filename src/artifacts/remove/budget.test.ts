import { expect, test } from 'vitest';
import type { JournalEntry } from '~/saving/journal/entry';
import { budgetOf, budgetWords } from './budget';

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
  expect(budgetWords(known, noon + HOUR)).toMatch(/^3 of 5 deletions are left/);
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
