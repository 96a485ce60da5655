const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const formats = new Map<string, Intl.DateTimeFormat>();

/** Formatters are slow to make and a table needs thousands: one per form. */
function format(key: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(undefined, options);
  formats.set(key, made);
  return made;
}

function startOfDay(time: number): number {
  return new Date(time).setHours(0, 0, 0, 0);
}

/** The exact time in the reader's locale and zone, the zone named. */
export function exactTime(time: number): string {
  return format('exact', {
    dateStyle: 'full',
    timeStyle: 'long',
  }).format(time);
}

/**
 * `time` as seen from `now` (both in ms since 1970), short enough for a table cell: "just now", "12 min", "3 h",
 * "yesterday", "12 Nov", "12 Nov 2024". A clock that runs ahead by a little still says "just now".
 */
export function relativeTime(time: number, now: number): string {
  const age = now - time;
  if (Math.abs(age) < MINUTE) return 'just now';
  if (age > 0 && age < HOUR) return `${Math.floor(age / MINUTE)} min`;
  const days = Math.round((startOfDay(now) - startOfDay(time)) / DAY);
  if (days === 0 && age > 0) return `${Math.floor(age / HOUR)} h`;
  if (days === 0) return format('time', { timeStyle: 'short' }).format(time);
  if (days === 1) return 'yesterday';
  if (days === -1) return 'tomorrow';
  const isSameYear = new Date(time).getFullYear() === new Date(now).getFullYear();
  return isSameYear
    ? format('day', { day: 'numeric', month: 'short' }).format(time)
    : format('year', { day: 'numeric', month: 'short', year: 'numeric' }).format(time);
}
