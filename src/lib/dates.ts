/** Who reads: tests name a locale and a zone; everywhere else the browser's own count. */
export interface Reader {
  locale?: string | undefined;
  timeZone?: string | undefined;
}

/** A calendar day without a zone, as it is typed and sent. */
export interface Day {
  year: number;
  month: number;
  day: number;
}

/** Making a formatter costs about 50 µs, and a table draws thousands of dates: each kind is made once. */
const formatters = new Map<string, Intl.DateTimeFormat>();

/** The formatter of a kind, for this reader; a zone in the options goes before the reader's. */
export function formatter(
  reader: Reader,
  options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  const key = JSON.stringify([reader.locale, reader.timeZone, options]);
  let made = formatters.get(key);
  if (!made) {
    const zone = options.timeZone ?? reader.timeZone;
    made = new Intl.DateTimeFormat(reader.locale, zone ? { ...options, timeZone: zone } : options);
    formatters.set(key, made);
  }
  return made;
}

/** `2026-12-24` as a day that exists; null for anything else (`2026-02-30`, `24/12/2026`). Years have four digits. */
export function parseDay(text: string): Day | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return null;
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  const isReal = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isReal ? { year, month, day } : null;
}

/** `24 Dec 2026` for `2026-12-24`: a day is the same day in every zone. Text that is no day comes back as it is. */
export function formatDay(day: string, reader: Reader = {}): string {
  const parsed = parseDay(day);
  if (!parsed) return day;
  const date = new Date(0);
  date.setUTCFullYear(parsed.year, parsed.month - 1, parsed.day);
  return formatter(reader, { dateStyle: 'medium', timeZone: 'UTC' }).format(date);
}

/** `24 Dec 2026` for an instant, in the reader's zone; `''` when the text is no instant. */
export function formatDate(instant: string | number, reader: Reader = {}): string {
  const date = new Date(instant);
  return Number.isNaN(date.getTime())
    ? ''
    : formatter(reader, { dateStyle: 'medium' }).format(date);
}

/** `24 Dec 2026, 17:30` in the reader's zone; `''` when the text is no instant. */
export function formatDateTime(instant: string | number, reader: Reader = {}): string {
  const date = new Date(instant);
  if (Number.isNaN(date.getTime())) return '';
  return formatter(reader, { dateStyle: 'medium', timeStyle: 'short' }).format(date);
}

/** The same to the second, with the weekday and the zone's name: for titles and details. */
export function exactTime(instant: string | number, reader: Reader = {}): string {
  const date = new Date(instant);
  if (Number.isNaN(date.getTime())) return '';
  return formatter(reader, { dateStyle: 'full', timeStyle: 'long' }).format(date);
}

/** `17:30` for an instant of today, else `24 Dec 2026, 17:30`: tells the steps of one day apart. */
export function formatMoment(
  instant: string | number,
  now: number = Date.now(),
  reader: Reader = {},
): string {
  const time = new Date(instant).getTime();
  if (Number.isNaN(time)) return '';
  return calendarDay(time, reader) === calendarDay(now, reader)
    ? formatter(reader, { timeStyle: 'short' }).format(time)
    : formatDateTime(instant, reader);
}

/** Milliseconds. */
export const DAY = 86_400_000;

/** Days since 1970 on the reader's calendar, so that "yesterday" is yesterday there and not 24 hours ago. */
export function calendarDay(time: number, reader: Reader): number {
  const parts = formatter(
    { locale: 'en-GB', timeZone: reader.timeZone },
    { year: 'numeric', month: 'numeric', day: 'numeric' },
  ).formatToParts(time);
  const get = (type: string) => Number(parts.find((part) => part.type === type)?.value);
  return Date.UTC(get('year'), get('month') - 1, get('day')) / DAY;
}

/** `2026-12-24`: the day that an instant belongs to on the reader's calendar. */
export function dayOf(instant: number, reader: Reader = {}): string {
  return new Date(calendarDay(instant, reader) * DAY).toISOString().slice(0, 10);
}

/** `2026-12-24T17:30`: what the reader's clock shows at that instant; `''` when the text is no instant. */
export function wallTime(instant: string | number, reader: Reader = {}): string {
  const date = new Date(instant);
  if (Number.isNaN(date.getTime())) return '';
  const time = formatter(
    { locale: 'en-GB', timeZone: reader.timeZone },
    { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  ).format(date);
  return `${dayOf(date.getTime(), reader)}T${time}`;
}
