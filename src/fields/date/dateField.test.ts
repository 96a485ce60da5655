import { describe, expect, test } from 'vitest';
import { aField } from '../../../tests/fixtures/fields';
import { dateField, INCOMPLETE, instantOf } from './dateField';
import { offsetFor, zoneHelp } from './zones';

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
    expect(problem('24/12/2026')).toBe('This is not a date.');
    expect(problem('2026-02-30')).toBe('This is not a date.');
    expect(problem(INCOMPLETE)).toBe('Complete the date, or clear it.');
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

  test('E3: a time that is none is refused', () => {
    const problem = (text: string) => dateField.validate?.({ text, offset: '+01:00' }, time);
    expect(problem('2026-12-24')).toBe('This is not a date.');
    expect(problem('2026-12-24T25:00')).toBe('This is not a date.');
    expect(problem('2026-02-30T10:00')).toBe('This is not a date.');
    expect(problem('2026-12-24T10:00')).toBeUndefined();
  });

  test('C4: times sort by their instant, not by their text', () => {
    const key = (text: string, offset: string) => dateField.toSortKey?.({ text, offset }, time);
    expect(key('2026-01-01T12:00', '+02:00')).toBe(key('2026-01-01T10:00', '+00:00'));
    expect(dateField.toSortKey?.({ text: '', offset: '' }, time)).toBeNull();
  });
});

describe('zones', () => {
  const paris = { locale: 'en-GB', timeZone: 'Europe/Paris' };
  const tokyo = { locale: 'en-GB', timeZone: 'Asia/Tokyo' };
  const january = { text: '2026-01-15T09:30', offset: '+01:00' };

  test('E3: on one clock with the server, 9:30 stays 9:30 through summer time', () => {
    expect(offsetFor('2026-07-15T09:30', january, paris)).toBe('+02:00');
    expect(instantOf({ text: '2026-07-15T09:30', offset: '+02:00' })).toBe(
      '2026-07-15T09:30:00+02:00',
    );
  });

  test('E3: on another clock the offset stays the server’s, and both times are said', () => {
    expect(offsetFor('2026-07-15T09:30', january, tokyo)).toBe('+01:00');
    expect(zoneHelp(january, tokyo)).toBe(
      'On the server’s clock, UTC+01:00: 15 Jan 2026, 17:30 on yours (Asia/Tokyo)',
    );
    expect(zoneHelp(january, paris)).toBe('Europe/Paris, UTC+01:00');
  });

  test('E3: a first time is meant in the reader’s zone', () => {
    const empty = { text: '', offset: '' };
    expect(offsetFor('2026-07-15T09:30', empty, tokyo)).toBe('+09:00');
    expect(zoneHelp(empty, tokyo)).toBe('In your time zone, Asia/Tokyo');
  });
});
