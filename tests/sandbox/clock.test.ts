import { expect, test } from 'vitest';
import { atom, dayOf, startOfDay, strtotime } from './clock';

test.each([
  ['2026-01-15T12:00:00Z', '2026-01-15T13:00:00+01:00'],
  ['2026-07-15T12:00:00Z', '2026-07-15T14:00:00+02:00'],
  // The clock changes on the last Sundays of March and October, at 01:00 UTC.
  ['2026-03-29T00:59:59Z', '2026-03-29T01:59:59+01:00'],
  ['2026-03-29T01:00:00Z', '2026-03-29T03:00:00+02:00'],
  ['2026-10-25T00:59:59Z', '2026-10-25T02:59:59+02:00'],
  ['2026-10-25T01:00:00Z', '2026-10-25T02:00:00+01:00'],
  ['1970-01-01T00:00:00Z', '1970-01-01T01:00:00+01:00'],
])('Recorded dates: %s is written %s', (instant, shown) => {
  expect(atom(Date.parse(instant) / 1000)).toBe(shown);
});

test.each(['2026-01-01', '2026-03-29', '2026-07-15', '2026-10-25'])(
  'A day that is read is the day that is written: %s',
  (day) => {
    expect(dayOf(startOfDay(day))).toBe(day);
    expect(atom(startOfDay(day))).toMatch(`${day}T00:00:00`);
  },
);

test.each(['24/12/2026', 'soon', '', '2026-13-01', '2026-01-32'])(
  'strtotime knows nothing of %j',
  (text) => {
    expect(strtotime(text)).toBeNull();
  },
);
