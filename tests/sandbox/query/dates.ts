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

/**
 * What strtotime makes of a criterion: a day, nothing (then it filters nothing), or, for a single letter, which is a
 * military time zone, the very second of the question, which no artifact has.
 */
export function criterionDay(text: string): string | 'this second' | null {
  if (/^[a-ik-z]$/i.test(text.trim())) return 'this second';
  const seconds = strtotime(text);
  return seconds === null ? null : dayOf(seconds);
}
