import {
  formatDateTime,
  type Reader,
  zoneName,
  zoneOffset,
  zoneOffsetOfWallTime,
} from '~/lib/dates';
import { type DateValue, instantOf } from './dateField';

/**
 * The offset in which a newly typed time is meant. Where the server's clock and the reader's agree, they go on agreeing
 * through summer time: 9:30 stays 9:30 when January becomes July. Where they differ, the offset stays the server's.
 */
export function offsetFor(typed: string, before: DateValue, reader: Reader = {}): string {
  const at = instantOf(before);
  const isServersOwn =
    before.offset !== '' && (at === null || zoneOffset(at, reader) !== before.offset);
  return isServersOwn ? before.offset : zoneOffsetOfWallTime(typed, reader);
}

/** In which zone a time is typed, and what it is on the reader's clock where that differs. */
export function zoneHelp(value: DateValue, reader: Reader = {}): string {
  const at = instantOf(value);
  if (at === null || value.offset === '') return `In your time zone, ${zoneName(reader)}`;
  if (zoneOffset(at, reader) === value.offset) return `${zoneName(reader)}, UTC${value.offset}`;
  return `On the server’s clock, UTC${value.offset}: ${formatDateTime(at, reader)} on yours (${zoneName(reader)})`;
}
