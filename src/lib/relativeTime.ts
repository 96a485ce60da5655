import { calendarDay, DAY, formatter, parseDay, type Reader } from './dates';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const nearby = new Map([
  [-1, 'yesterday'],
  [0, 'today'],
  [1, 'tomorrow'],
]);

/** `12 Nov`, with the year when it is not this one. `day` counts from 1970. */
function shortDay(day: number, today: number, reader: Reader): string {
  const isThisYear =
    new Date(day * DAY).getUTCFullYear() === new Date(today * DAY).getUTCFullYear();
  return formatter(
    { locale: reader.locale, timeZone: 'UTC' },
    { day: 'numeric', month: 'short', ...(isThisYear ? {} : { year: 'numeric' }) },
  ).format(day * DAY);
}

/**
 * An instant as seen from `now` (ms since 1970), short enough for a table cell: `just now`, `12 min`, `3 h`, `yesterday`,
 * `12 Nov`, `12 Nov 2024`. A clock that runs ahead by a little still says `just now`. `''` for what is no instant.
 */
export function relativeTime(
  instant: string | number,
  now: number = Date.now(),
  reader: Reader = {},
): string {
  const time = new Date(instant).getTime();
  if (Number.isNaN(time)) return '';
  const age = now - time;
  if (Math.abs(age) < MINUTE) return 'just now';
  if (age > 0 && age < HOUR) return `${Math.floor(age / MINUTE)} min`;
  const today = calendarDay(now, reader);
  const day = calendarDay(time, reader);
  if (day === today) {
    return age > 0
      ? `${Math.floor(age / HOUR)} h`
      : formatter(reader, { timeStyle: 'short' }).format(time);
  }
  return nearby.get(day - today) ?? shortDay(day, today, reader);
}

/** The same for a calendar day: `today`, `tomorrow`, `12 Nov`. Text that is no day comes back as it is. */
export function relativeDay(day: string, now: number = Date.now(), reader: Reader = {}): string {
  const parsed = parseDay(day);
  if (!parsed) return day;
  const count = Date.parse(`${day}T00:00:00Z`) / DAY;
  const today = calendarDay(now, reader);
  return nearby.get(count - today) ?? shortDay(count, today, reader);
}
