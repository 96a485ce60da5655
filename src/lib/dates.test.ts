import { describe, expect, test } from 'vitest';
import { exactTime, formatDate, formatDateTime, formatDay, formatMoment, parseDay } from './dates';
import { relativeDay, relativeTime } from './relativeTime';
import { zoneOffset, zoneOffsetOfWallTime } from './zones';

const paris = { locale: 'en-GB', timeZone: 'Europe/Paris' };
const tokyo = { locale: 'en-GB', timeZone: 'Asia/Tokyo' };

describe('days', () => {
  test('E3: a day is read only in the form the server keeps, and only when it exists', () => {
    expect(parseDay('2026-12-24')).toEqual({ year: 2026, month: 12, day: 24 });
    expect(parseDay('2024-02-29')).not.toBeNull();
    for (const text of ['2026-02-29', '2026-13-01', '24/12/2026', '2026-1-5', '', '12026-01-01']) {
      expect(parseDay(text), text).toBeNull();
    }
    expect(parseDay('0001-01-01')).toEqual({ year: 1, month: 1, day: 1 });
  });

  test('E3: a day is the same day in every zone', () => {
    expect(formatDay('2026-12-24', paris)).toBe('24 Dec 2026');
    expect(formatDay('2026-12-24', { locale: 'en-GB', timeZone: 'Pacific/Honolulu' })).toBe(
      '24 Dec 2026',
    );
    expect(formatDay('someday')).toBe('someday');
  });

  test('E3: a near day is named by its distance on the reader’s calendar', () => {
    const now = Date.parse('2026-11-21T23:30:00Z');
    expect(relativeDay('2026-11-21', now, { locale: 'en-GB', timeZone: 'UTC' })).toBe('today');
    expect(relativeDay('2026-11-22', now, tokyo)).toBe('today');
    expect(relativeDay('2026-11-21', now, tokyo)).toBe('yesterday');
    expect(relativeDay('2026-12-24', now, tokyo)).toBe('24 Dec');
    expect(relativeDay('2027-01-02', now, tokyo)).toBe('2 Jan 2027');
  });
});

describe('instants', () => {
  test('E3: instants are shown on the reader’s clock', () => {
    const instant = '2026-12-24T17:30:00+01:00';
    expect(formatDateTime(instant, paris)).toBe('24 Dec 2026, 17:30');
    expect(formatDateTime(instant, tokyo)).toBe('25 Dec 2026, 01:30');
    expect(formatDate(instant, tokyo)).toBe('25 Dec 2026');
    expect(exactTime(instant, paris)).toContain('17:30:00');
    expect(formatDateTime('24/12/2026 nonsense')).toBe('');
  });

  test('E3: near instants are named by their distance, far ones by their day', () => {
    const now = Date.parse('2026-11-21T10:00:00Z');
    const at = (text: string) => relativeTime(text, now, paris);
    expect(at('2026-11-21T09:59:30Z')).toBe('just now');
    expect(at('2026-11-21T10:00:30Z')).toBe('just now');
    expect(at('2026-11-21T09:48:00Z')).toBe('12 min');
    expect(at('2026-11-21T07:00:00Z')).toBe('3 h');
    expect(at('2026-11-21T12:00:00Z')).toBe('13:00');
    expect(at('2026-11-20T23:30:00Z')).toBe('10 h');
    expect(at('2026-11-20T22:30:00Z')).toBe('yesterday');
    expect(at('2026-11-12T10:00:00Z')).toBe('12 Nov');
    expect(at('2024-11-12T10:00:00Z')).toBe('12 Nov 2024');
    expect(at('nonsense')).toBe('');
  });

  test('E3: the offset follows summer time', () => {
    expect(zoneOffset('2026-01-15T12:00:00Z', paris)).toBe('+01:00');
    expect(zoneOffset('2026-07-15T12:00:00Z', paris)).toBe('+02:00');
    expect(zoneOffset('2026-07-15T12:00:00Z', { timeZone: 'UTC' })).toBe('+00:00');
    expect(zoneOffset('2026-07-15T12:00:00Z', { timeZone: 'America/St_Johns' })).toBe('-02:30');
    expect(zoneOffsetOfWallTime('2026-03-29T01:59', paris)).toBe('+01:00');
    expect(zoneOffsetOfWallTime('2026-03-29T03:00', paris)).toBe('+02:00');
    expect(zoneOffsetOfWallTime('2026-07-15T23:30', tokyo)).toBe('+09:00');
    expect(zoneOffsetOfWallTime('nonsense', paris)).toBe('');
  });

  test.each([
    ['Europe/Paris', '2026-03-29T02:30', '+01:00', '2026-10-25T02:30', '+02:00'],
    ['America/New_York', '2027-03-14T02:30', '-05:00', '2026-11-01T01:30', '-04:00'],
    ['Australia/Lord_Howe', '2026-10-04T02:10', '+10:30', '2027-04-04T01:40', '+11:00'],
  ])('E3: %s: a skipped time is the one after the jump, of two the first', (timeZone, ...rest) => {
    const [skipped, offset, twice, first] = rest;
    expect(zoneOffsetOfWallTime(skipped, { timeZone })).toBe(offset);
    expect(zoneOffsetOfWallTime(twice, { timeZone })).toBe(first);
  });
});

test('X2: a moment of today is its time alone, any other has its day', () => {
  const now = Date.parse('2026-11-21T20:00:00Z');
  expect(formatMoment('2026-11-21T08:58:00Z', now, paris)).toBe('09:58');
  expect(formatMoment('2026-11-20T08:58:00Z', now, paris)).toBe('20 Nov 2026, 09:58');
  // Already tomorrow in Tokyo.
  expect(formatMoment('2026-11-21T08:58:00Z', now, tokyo)).toBe('21 Nov 2026, 17:58');
});
