import { dayOf, type Reader, wallTime } from '../dates';
import { timeIn } from './clock';
import { isoDay } from './days';
import { relative } from './relative';
import { spelled } from './spelled';

/** A day as typed, and the time of day where one was typed with it (`17:30`). */
export interface TypedDate {
  day: string;
  time?: string;
  /** `+02:00` behind the time: which of two such times is meant, or a clock that is not the reader's. */
  offset?: string;
}

/**
 * What a person means by a typed date: `2026-12-24`, `24.12.2026` in the order of their language, `24 Dec`, `today+3d`,
 * `monday` (the coming one), each with or without a time (`5pm`, `02:30+02:00` on a named clock); `now`; null when it means none. `now` in ms since 1970.
 */
export function parseTypedDate(
  typed: string,
  now: number = Date.now(),
  reader: Reader = {},
): TypedDate | null {
  const today = dayOf(now, reader);
  if (/^now$/i.test(typed.trim())) return { day: today, time: wallTime(now, reader).slice(11) };
  const parts = timeIn(typed.trim());
  if (!parts) return null;
  const { rest, ...clockTime } = parts;
  const { time } = clockTime;
  const text = rest.trim().replace(/,$/, '');
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  const day = iso
    ? isoDay(Number(iso[1]), Number(iso[2]), Number(iso[3]))
    : text === ''
      ? time && today
      : (relative(text, today, reader) ?? spelled(text, today, reader));
  if (!day) return null;
  return { day, ...clockTime };
}
