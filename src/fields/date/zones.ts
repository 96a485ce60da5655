import {
  formatDateTime,
  type Reader,
  wallTime,
  zoneName,
  zoneOffset,
  zoneOffsetOfWallTime,
} from '~/lib/dates';
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

const HOUR = 3_600_000;

/** On the reader's clock, also in the hour that summer time skips: there the offset is the one of just before. */
function isOwnClock(at: string, { offset }: DateValue, reader: Reader): boolean {
  const time = Date.parse(at);
  return [time, time - HOUR, time + HOUR].some((near) => zoneOffset(near, reader) === offset);
}

/** What summer time does to a typed time; `''` on all but two nights of the year. */
function seasonNote(value: DateValue, reader: Reader): string {
  const at = instantOf(value) ?? '';
  if (wallTime(at, reader) !== value.text.slice(0, 16)) {
    return `There is no such time that day: the clocks jump over it. It becomes ${formatDateTime(at, reader)}.`;
  }
  const later = Date.parse(at) + HOUR;
  const earlier = Date.parse(at) - HOUR;
  const other = [later, earlier].find((time) => wallTime(time, reader) === value.text);
  if (other === undefined) return '';
  const typed = `${value.text.slice(-5)}${zoneOffset(other, reader)}`;
  return `There are two such times that day: this is the one of UTC${zoneOffset(at, reader)}. Type ${typed} for the other.`;
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
  if (!isOwnClock(at, value, reader)) {
    return `${own} · ${formatDateTime(`${value.text}Z`, { ...reader, timeZone: 'UTC' })} on the server’s clock (UTC${value.offset})`;
  }
  const note = seasonNote(value, reader);
  const there = instantOf(base);
  const isOtherClock =
    there !== null && base.offset !== '' && zoneOffset(there, reader) !== base.offset;
  const utc = isOtherClock ? `${formatDateTime(at, { ...reader, timeZone: 'UTC' })} UTC` : '';
  return [own, utc, note].filter(Boolean).join(' · ');
}
