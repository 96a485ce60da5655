import { DAY, formatter, type Reader, wallTime } from './dates';

/** The reader's zone as people name it: `Europe/Paris`. */
export function zoneName(reader: Reader = {}): string {
  return reader.timeZone ?? new Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** `+01:00`: how far the reader's zone is from UTC at that instant (it changes with summer time). */
export function zoneOffset(instant: string | number, reader: Reader = {}): string {
  const date = new Date(instant);
  if (Number.isNaN(date.getTime())) return '';
  const name = formatter(
    { locale: 'en-US', timeZone: reader.timeZone },
    { timeZoneName: 'longOffset' },
  )
    .formatToParts(date)
    .find((part) => part.type === 'timeZoneName')?.value;
  const offset = /[+-]\d{2}:\d{2}/.exec(name ?? '')?.[0];
  return offset ?? '+00:00';
}

/**
 * The offset that a clock in the reader's zone shows together with this wall time (`2026-12-24T17:30`). Of two such times
 * the first is meant; one that the clocks jump over is as much later as they jump. So calendars read both, in every zone.
 */
export function zoneOffsetOfWallTime(wall: string, reader: Reader = {}): string {
  const [before, after] = offsetsAround(`${wall}Z`, reader);
  const isAfter =
    wallTime(`${wall}${before}`, reader) !== wall.slice(0, 16) &&
    wallTime(`${wall}${after}`, reader) === wall.slice(0, 16);
  return isAfter ? after : before;
}

/** The offsets of a day before and a day after an instant: they differ where the clocks change in between. */
export function offsetsAround(instant: string, reader: Reader = {}): [string, string] {
  const at = Date.parse(instant);
  const of = (time: number) => (Number.isNaN(time) ? '' : zoneOffset(time, reader));
  return [of(at - DAY), of(at + DAY)];
}
