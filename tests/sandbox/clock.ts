/**
 * Dates as the recorded server writes and reads them: it lives in Europe/Paris and knows seconds
 * (reference conventions.md §6). Written by rule rather than with Intl: a list of 1,000 artifacts formats thousands.
 */

const hour = 3600;

function lastSundayUtc(year: number, month: number): number {
  const last = new Date(Date.UTC(year, month + 1, 0, 1));
  return Date.UTC(year, month, last.getUTCDate() - last.getUTCDay(), 1) / 1000;
}

/** Seconds to add to UTC in Paris at that instant (EU rule since 1996). */
export function zoneOffset(seconds: number): number {
  const year = new Date(seconds * 1000).getUTCFullYear();
  if (year < 1977) return hour;
  const isSummer = seconds >= lastSundayUtc(year, 2) && seconds < lastSundayUtc(year, 9);
  return isSummer ? 2 * hour : hour;
}

/** The instant of a wall-clock time in Paris, given as if it were UTC. */
export function fromWallClock(wallSeconds: number): number {
  const first = wallSeconds - zoneOffset(wallSeconds - hour);
  return wallSeconds - zoneOffset(first);
}

/** `2026-11-21T03:13:07+01:00`, PHP's `date('c')`. */
export function atom(seconds: number): string {
  const offset = zoneOffset(seconds);
  const wall = new Date((seconds + offset) * 1000).toISOString().slice(0, 19);
  return `${wall}+0${offset / hour}:00`;
}

/** `YYYY-MM-DD` on the server's calendar. */
export function dayOf(seconds: number): string {
  return new Date((seconds + zoneOffset(seconds)) * 1000).toISOString().slice(0, 10);
}

/** The first second of a day `YYYY-MM-DD` on the server's calendar. */
export function startOfDay(day: string): number {
  return fromWallClock(Date.parse(`${day}T00:00:00Z`) / 1000);
}

const plain =
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ](\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?)?\s*(Z|[+-]\d{2}:?\d{2})?$/i;

function zoneSeconds(zone: string): number {
  if (zone.toUpperCase() === 'Z') return 0;
  const digits = zone.slice(1).replace(':', '');
  const size = Number(digits.slice(0, 2)) * hour + Number(digits.slice(2)) * 60;
  return zone.startsWith('-') ? -size : size;
}

/**
 * What PHP's strtotime makes of the forms that clients send; null for everything else.
 * A day out of range (`2026-13-01`) is refused, one past the end of its month rolls over, as there.
 */
export function strtotime(text: string): number | null {
  const match = plain.exec(text.trim());
  if (!match) return null;
  const [, year, month, day, hours, minutes, seconds, zone] = match;
  if (Number(month) < 1 || Number(month) > 12 || Number(day) < 1 || Number(day) > 31) return null;
  if (Number(hours ?? 0) > 24 || Number(minutes ?? 0) > 59 || Number(seconds ?? 0) > 59)
    return null;
  const wall =
    Date.UTC(
      Number(year),
      Number(month) - 1,
      Number(day),
      Number(hours ?? 0),
      Number(minutes ?? 0),
      Number(seconds ?? 0),
    ) / 1000;
  return zone === undefined ? fromWallClock(wall) : wall - zoneSeconds(zone);
}
