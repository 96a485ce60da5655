import { dayOf, startOfDay, strtotime, zoneOffset } from '../clock';

/** A span of seconds, both ends included. */
export interface Span {
  from: number;
  to: number;
}

/** The whole day `YYYY-MM-DD` on the server's calendar. */
export function daySpan(day: string): Span {
  const from = startOfDay(day);
  const noon = from + 12 * 3_600;
  // A day has 23 or 25 hours when the clock changes.
  const to = from + 86_400 - 1 - (zoneOffset(noon) - zoneOffset(from));
  return { from, to };
}

/** What strtotime makes of a criterion: a single letter is a military time zone, and so means now. */
export function criterionDay(text: string, now: number): string | null {
  if (/^[a-ik-z]$/i.test(text.trim())) return dayOf(now);
  const seconds = strtotime(text);
  return seconds === null ? null : dayOf(seconds);
}
