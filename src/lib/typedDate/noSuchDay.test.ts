import { expect, test } from 'vitest';
import { noSuchDay } from './noSuchDay';

const american = { locale: 'en-US' };
const british = { locale: 'en-GB' };

test('E3: a day that its month does not have is told with the month, in any order that is meant', () => {
  for (const reader of [american, british]) {
    expect(noSuchDay('31/02/2026', reader)).toBe('February 2026 has 28 days.');
    expect(noSuchDay('02/30/2028', reader)).toBe('February 2028 has 29 days.');
    expect(noSuchDay('2026-11-31 10:00', reader)).toBe('November 2026 has 30 days.');
    expect(noSuchDay('31.6.2026', reader)).toBe('June 2026 has 30 days.');
  }
});

test('E3: of what is a day, or no date at all, nothing is said', () => {
  for (const typed of [
    '28/02/2026',
    '45/45/2026',
    '2026-13-01',
    '31.2.',
    'monday',
    '',
    '2026-02-31x',
  ]) {
    expect(noSuchDay(typed, british), typed).toBeUndefined();
  }
});
