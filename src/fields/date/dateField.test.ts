import { describe, expect, test } from 'vitest';
import { aField } from '../../../tests/fixtures/fields';
import { mergeField } from '../contract';
import { dateField } from './dateField';
import { onOwnClock, typedTime, zoneHelp } from './zones';

const day = aField('date', { is_time_displayed: false, label: 'Due date' });
const time = aField('date', { is_time_displayed: true });

function read(value: string | null, field = day) {
  const is_time_displayed = field.is_time_displayed === true;
  const json = { field_id: 7, type: 'date', label: 'Due date', value, is_time_displayed };
  return dateField.read(dateField.schema.parse(json), field);
}

describe('days', () => {
  test('E3: the day is the one the server wrote, whatever the zones', () => {
    expect(read('2026-01-16T00:00:00+01:00')).toEqual({ text: '2026-01-16', offset: '' });
    expect(read('2026-01-16T00:00:00-10:00')).toEqual({ text: '2026-01-16', offset: '' });
    expect(read(null)).toEqual({ text: '', offset: '' });
  });

  test('E3: a day is sent as a plain day, and emptied with ""', () => {
    expect(dateField.write?.({ text: '2026-12-24', offset: '' }, day).value).toBe('2026-12-24');
    expect(dateField.write?.({ text: '', offset: '' }, day).value).toBe('');
  });

  test('E3: nonsense is refused here, as the server would store 1970-01-01 for it', () => {
    const problem = (text: string) => dateField.validate?.({ text, offset: '' }, day);
    expect(problem('24/12/2026')).toMatch(/^This is not a date\./);
    expect(problem('2026-02-30')).toBe('February 2026 has 28 days.');
    expect(problem('2026-02-28')).toBeUndefined();
    expect(dateField.validate?.({ text: '', offset: '' }, { ...day, required: true })).toBe(
      'Due date is required.',
    );
  });
});

describe('times', () => {
  test('E3: a time is read on the server’s clock and sent with the server’s offset', () => {
    const value = read('2026-12-24T17:30:00+01:00', time);
    expect(value).toEqual({ text: '2026-12-24T17:30', offset: '+01:00' });
    expect(dateField.write?.(value, time).value).toBe('2026-12-24T17:30:00+01:00');
  });

  test('E3: seconds survive', () => {
    const value = read('2026-12-24T17:30:07+01:00', time);
    expect(dateField.write?.(value, time).value).toBe('2026-12-24T17:30:07+01:00');
  });

  test('E3: a time where only days are kept is told as that', () => {
    for (const text of ['2026-12-24 10:00', 'today 5pm', 'now']) {
      expect(dateField.validate?.({ text, offset: '' }, day)).toBe(
        'This field keeps days only: leave the time out.',
      );
    }
  });

  test('E3: a time that is none is refused', () => {
    const problem = (text: string) => dateField.validate?.({ text, offset: '+01:00' }, time);
    expect(problem('2026-12-24')).toMatch(/^This is not a date\./);
    expect(problem('2026-12-24T25:00')).toMatch(/^This is not a date\./);
    expect(problem('2026-02-30T10:00')).toBe('February 2026 has 28 days.');
    expect(problem('2026-12-24T10:00')).toBeUndefined();
  });

  test('C4: times sort by their instant, not by their text', () => {
    const key = (text: string, offset: string) => dateField.toSortKey?.({ text, offset }, time);
    expect(key('2026-01-01T12:00', '+02:00')).toBe(key('2026-01-01T10:00', '+00:00'));
    expect(dateField.toSortKey?.({ text: '', offset: '' }, time)).toBeNull();
  });
});

test('E3: one moment written in two zones is no conflict', () => {
  const base = { text: '2026-12-24T10:00', offset: '+01:00' };
  const mine = { text: '2026-12-24T17:30', offset: '+01:00' };
  const theirs = { text: '2026-12-24T16:30', offset: '+00:00' };
  expect(mergeField(dateField, time, { base, mine, theirs })).toEqual({
    outcome: 'agreed',
    value: theirs,
  });
  const later = { ...theirs, text: '2026-12-24T16:31' };
  expect(mergeField(dateField, time, { base, mine, theirs: later }).outcome).toBe('conflict');
});

describe('zones', () => {
  const paris = { locale: 'en-GB', timeZone: 'Europe/Paris' };
  const tokyo = { locale: 'en-GB', timeZone: 'Asia/Tokyo' };
  const newYork = { locale: 'en-GB', timeZone: 'America/New_York' };
  const empty = { text: '', offset: '' };
  const january = { text: '2026-01-15T09:30', offset: '+01:00' };

  test('E3: a time in another season has the offset of that season, on any clock', () => {
    expect(typedTime('2026-07-15T09:30', paris).offset).toBe('+02:00');
    expect(typedTime('2026-01-15T09:30', paris).offset).toBe('+01:00');
    expect(typedTime('2026-07-15T09:30', newYork).offset).toBe('-04:00');
    expect(typedTime('2026-01-15T09:30', newYork).offset).toBe('-05:00');
  });

  test('E3: on another clock than the server’s the own one counts, and both are said', () => {
    expect(onOwnClock(january, tokyo)).toEqual({ text: '2026-01-15T17:30', offset: '+09:00' });
    expect(onOwnClock(january, paris)).toBe(january);
    expect(zoneHelp(january, january, tokyo)).toBe(
      '15 Jan 2026, 17:30, Asia/Tokyo (UTC+09:00) · 15 Jan 2026, 09:30 on the server’s clock (UTC+01:00)',
    );
    expect(zoneHelp(january, january, paris)).toBe('15 Jan 2026, 09:30, Europe/Paris (UTC+01:00)');
    expect(zoneHelp(typedTime('2026-07-15T09:30', tokyo), january, tokyo)).toBe(
      '15 Jul 2026, 09:30, Asia/Tokyo (UTC+09:00) · 15 Jul 2026, 00:30 UTC',
    );
    expect(zoneHelp(empty, empty, tokyo)).toBe('In your time zone, Asia/Tokyo');
  });

  test('E3: an offset that was typed is not told as the server’s', () => {
    const typed = { text: '2026-01-15T10:00', offset: '-08:00' };
    for (const base of [january, empty]) {
      expect(zoneHelp(typed, base, tokyo)).toBe(
        '16 Jan 2026, 03:00, Asia/Tokyo (UTC+09:00) · 15 Jan 2026, 18:00 UTC',
      );
    }
  });

  test('E3: a default that names no zone is on the server’s clock', () => {
    const preset = { ...time, default_value: '2026-11-21 03:12' };
    const value = dateField.initial?.(preset) ?? empty;
    expect(onOwnClock(value, tokyo)).toBe(value);
    expect(zoneHelp(value, value, tokyo)).toBe('On the server’s clock');
    expect(dateField.write?.(value, time).value).toBe('2026-11-21T03:12:00');
  });

  test('E3: a default is a day for a day and a time for a time, whichever of them the tracker names', () => {
    const initial = (default_value: string, field = time) =>
      dateField.initial?.({ ...field, default_value })?.text;
    expect(initial('2026-11-21')).toBe('2026-11-21T00:00');
    expect(initial('2026-11-21 03:12', day)).toBe('2026-11-21');
    expect(initial('')).toBe('');
  });

  test('E3: the hour that summer time skips is said, and so is the one that comes twice', () => {
    const skipped = typedTime('2026-03-29T02:30', paris);
    expect(zoneHelp(skipped, empty, paris)).toMatch(
      /There is no such time that day: the clocks jump over it. It becomes 29 Mar 2026, 03:30\.$/,
    );
    const twice = typedTime('2026-10-25T02:30', paris);
    expect(zoneHelp(twice, empty, paris)).toMatch(
      /There are two such times that day: this is the one of UTC\+02:00. Add \+01:00 behind it for/,
    );
    const second = { text: '2026-10-25T02:30', offset: '+01:00' };
    expect(onOwnClock(second, paris)).toBe(second);
    expect(zoneHelp(second, empty, paris)).toMatch(/UTC\+01:00. Add \+02:00 behind it for/);
    expect(zoneHelp(typedTime('2026-10-25T04:30', paris), empty, paris)).not.toMatch(/two such/);
  });
});
