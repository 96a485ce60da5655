import { formatDateTime, type Reader, wallTime } from '~/lib/dates';
import { offsetsAround, zoneName, zoneOffset, zoneOffsetOfWallTime } from '~/lib/zones';
import { type DateValue, instantOf } from './dateField';

/**
 * A time as the reader's clock shows it: people type and read on their own clock, whatever the server's is, so that a time
 * in another season has the offset of that season. A default without a zone stays as the server's clock has it.
 */
export function onOwnClock(value: DateValue, reader: Reader = {}): DateValue {
  const at = instantOf(value);
  if (at === null || value.offset === '' || zoneOffset(at, reader) === value.offset) return value;
  return { text: wallTime(at, reader), offset: zoneOffset(at, reader) };
}

/** The time that somebody typed (`2026-12-24T17:30`) on the reader's clock. */
export function typedTime(text: string, reader: Reader = {}): DateValue {
  return { text, offset: zoneOffsetOfWallTime(text, reader) };
}

/** On the reader's clock, also in the hour that summer time skips: there the offset is the one of before. */
function isOwnClock(at: string, { offset }: DateValue, reader: Reader): boolean {
  return zoneOffset(at, reader) === offset || offsetsAround(at, reader).includes(offset);
}

/** What summer time does to a typed time; `''` on all but two nights of the year. */
function seasonNote(value: DateValue, reader: Reader): string {
  const at = instantOf(value) ?? '';
  const clock = value.text.slice(0, 16);
  if (wallTime(at, reader) !== clock) {
    return `There is no such time that day: the clocks jump over it. It becomes ${formatDateTime(at, reader)}.`;
  }
  const other = offsetsAround(at, reader).find(
    (offset) => offset !== value.offset && wallTime(`${clock}${offset}`, reader) === clock,
  );
  if (other === undefined) return '';
  return `There are two such times that day: this is the one of UTC${value.offset}. Add ${other} behind it for the other.`;
}

/**
 * In which zone a time is meant, and what it is on the server's clock where that differs. The server names no zone, only
 * the offset of what it holds: of a newly typed time, UTC is said instead.
 */
export function zoneHelp(value: DateValue, base: DateValue, reader: Reader = {}): string {
  const at = instantOf(value);
  if (at === null) return `In your time zone, ${zoneName(reader)}`;
  if (value.offset === '') return 'On the server’s clock';
  const own = `${formatDateTime(at, reader)}, ${zoneName(reader)} (UTC${zoneOffset(at, reader)})`;
  const utc = `${formatDateTime(at, { ...reader, timeZone: 'UTC' })} UTC`;
  if (!isOwnClock(at, value, reader)) {
    // An offset that somebody typed is of any clock: only what the server gave is on its own.
    return value.text === base.text && value.offset === base.offset
      ? `${own} · ${formatDateTime(`${value.text}Z`, { ...reader, timeZone: 'UTC' })} on the server’s clock (UTC${value.offset})`
      : `${own} · ${utc}`;
  }
  const there = instantOf(base);
  const isOtherClock =
    there !== null && base.offset !== '' && zoneOffset(there, reader) !== base.offset;
  return [own, isOtherClock ? utc : '', seasonNote(value, reader)].filter(Boolean).join(' · ');
}
