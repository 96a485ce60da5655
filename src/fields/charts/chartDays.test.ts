import { expect, test } from 'vitest';
import { formatDate, formatDay } from '~/lib/dates';
import { chartDays, serverDates } from './chartDays';

test('E9: a chart in UTC begins on the day that the artifact’s own date names (recorded: walk/62)', () => {
  const dayOf = chartDays(['2014-01-09T00:00:00+01:00']);
  expect(dayOf('2014-01-08T23:00:00+00:00')).toBe(formatDay('2014-01-09'));
  expect(dayOf('2014-01-09T22:59:59+00:00')).toBe(formatDay('2014-01-09'));
  expect(dayOf('2014-01-12T22:59:59+00:00')).toBe(formatDay('2014-01-12'));
  expect(dayOf('2014-01-12T09:15:00+00:00')).toBe(formatDay('2014-01-12'));
  const west = chartDays(['2014-01-09T00:00:00-05:00']);
  expect(west('2014-01-09T05:00:00+00:00')).toBe(formatDay('2014-01-09'));
  expect(west('2014-01-10T04:59:59+00:00')).toBe(formatDay('2014-01-09'));
});

test('E9: where the clocks change each day goes by the date nearest to it', () => {
  const dayOf = chartDays(['2014-04-01T00:00:00+02:00', '2014-03-29T00:00:00+01:00']);
  expect(dayOf('2014-03-28T23:00:00+00:00')).toBe(formatDay('2014-03-29'));
  expect(dayOf('2014-03-29T22:59:59+00:00')).toBe(formatDay('2014-03-29'));
  expect(dayOf('2014-03-31T21:59:59+00:00')).toBe(formatDay('2014-03-31'));
});

test('E9: without any date of the artifact a chart stands on the reader’s clock', () => {
  const instant = '2014-01-08T23:00:00+00:00';
  expect(chartDays([])(instant)).toBe(formatDate(instant));
});

test('E9: only dates with the server’s offset tell its clock', () => {
  const entry = (type: string, value: unknown) => ({ field_id: 1, type, label: 'Start', value });
  const start = '2014-01-09T00:00:00+01:00';
  const values = [
    entry('date', start),
    entry('date', null),
    entry('date', '2014-01-09'),
    entry('subon', '2016-11-17T10:34:06+00:00'),
  ];
  expect(serverDates(values)).toEqual([start]);
});
