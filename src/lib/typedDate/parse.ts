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

const step = { h: 3_600_000, min: 60_000 } as const;

/** `now`, `now+2h`, `now - 30 min` in ms since 1970; null for anything else. */
function nearNow(text: string, now: number): number | null {
  const match =
    /^now(?:\s*(?<sign>[+-])\s*(?<count>\d{1,4})\s*(?:(?<hours>h(?:ours?)?)|min(?:utes?)?))?$/i.exec(
      text,
    );
  if (!match) return null;
  const { sign, count, hours } = match.groups ?? {};
  if (count === undefined) return now;
  return now + Number(`${sign}${count}`) * (hours === undefined ? step.min : step.h);
}

/** The day and the time of a moment on the reader's clock. */
function timeAt(moment: number, reader: Reader): TypedDate {
  return { day: dayOf(moment, reader), time: wallTime(moment, reader).slice(11) };
}

/**
 * What a person means by a typed date: `2026-12-24`, `24.12.2026` in the order of their language, `24 Dec`, `today+3d`,
 * `monday` (the coming one), each with or without a time (`5pm`, `02:30+02:00` on a named clock); `now+2h`; null when it means none. `now` in ms since 1970.
 */
export function parseTypedDate(
  typed: string,
  now: number = Date.now(),
  reader: Reader = {},
): TypedDate | null {
  const today = dayOf(now, reader);
  const later = nearNow(typed.trim(), now);
  if (later !== null) return timeAt(later, reader);
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
