import { dayOf, parseDay, type Reader, wallTime } from './dates';

/** A day as typed, and the time of day where one was typed with it (`17:30`). */
export interface TypedDate {
  day: string;
  time?: string;
  /** `+02:00` behind the time: which of two such times is meant, or a clock that is not the reader's. */
  offset?: string;
}

const DAY = 86_400_000;

function isoDay(year: number, month: number, day: number): string | null {
  const two = (part: number) => String(part).padStart(2, '0');
  const iso = `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
  return parseDay(iso) ? iso : null;
}

/** The day that is `count` days, weeks, months or years after this one; the 31st becomes the last day of a shorter month. */
function after(from: string, count: number, unit: string): string | null {
  const date = new Date(`${from}T00:00:00Z`);
  if (unit === 'd' || unit === 'w') {
    const days = unit === 'w' ? 7 * count : count;
    const moved = new Date(date.getTime() + days * DAY);
    return Number.isNaN(moved.getTime()) ? null : moved.toISOString().slice(0, 10);
  }
  const months = date.getUTCFullYear() * 12 + date.getUTCMonth() + (unit === 'y' ? 12 : 1) * count;
  const [year, month] = [Math.floor(months / 12), (((months % 12) + 12) % 12) + 1];
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return isoDay(year, month, Math.min(date.getUTCDate(), last));
}

/** Words without case, accents and the dots of abbreviations. */
function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}.]/gu, '')
    .toLowerCase();
}

/** What a language says of dates, read once: a formatter costs about 50 µs, and a date is parsed at each key and draw. */
function byLanguage<Words>(make: (locale: string | undefined) => Words): (reader: Reader) => Words {
  const known = new Map<string | undefined, Words>();
  return ({ locale }) => {
    const words = known.get(locale) ?? make(locale);
    known.set(locale, words);
    return words;
  };
}

type Named = readonly (readonly [string, number])[];

/** The names that English and the reader's language have for months or days of the week, each with its number. */
function names(
  reader: string | undefined,
  part: 'month' | 'weekday',
  dates: readonly number[],
): Named {
  const styles = (['long', 'short'] as const).flatMap((style) =>
    ['en', reader].map((locale) => ({ locale, style })),
  );
  return styles.flatMap(({ locale, style }) => {
    // With a day, as languages bend the name of a month beside one.
    const options = { [part]: style, day: 'numeric', timeZone: 'UTC' } as const;
    const format = new Intl.DateTimeFormat(locale, options);
    return dates.map((date, index): [string, number] => {
      const found = format.formatToParts(date).find(({ type }) => type === part);
      return [fold(found?.value ?? ''), index];
    });
  });
}

/** The number behind a name, or behind the only one that begins like this ("thu", "sept"). */
function numbered(word: string, named: Named): number | undefined {
  const exact = named.find(([name]) => name === word);
  if (exact) return exact[1];
  const begun = new Set(
    named.filter(([name]) => name.startsWith(word)).map(([, number]) => number),
  );
  return word.length >= 3 && begun.size === 1 ? [...begun][0] : undefined;
}

const weekdays = byLanguage((locale) => {
  // 4 January 1970 was a Sunday.
  const days = Array.from({ length: 7 }, (_, index) => (index + 3) * DAY);
  return names(locale, 'weekday', days);
});

const months = byLanguage((locale) => {
  const days = Array.from({ length: 12 }, (_, index) => Date.UTC(1970, index, 15));
  return names(locale, 'month', days);
});

function weekday(word: string, today: string, reader: Reader): string | null {
  const wanted = numbered(fold(word), weekdays(reader));
  if (wanted === undefined) return null;
  const now = new Date(`${today}T00:00:00Z`).getUTCDay();
  return after(today, ((wanted - now + 6) % 7) + 1, 'd');
}

/** `yesterday`, `today`, `tomorrow` in English and in the reader's language, each with its distance. */
const nearDays = byLanguage(
  (reader): Named =>
    ['en', reader].flatMap((locale) => {
      const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
      return [-1, 0, 1].map((count) => [fold(format.format(count, 'day')), count] as const);
    }),
);

function nearDay(word: string, today: string, reader: Reader): string | null {
  const found = nearDays(reader).find(([name]) => name === fold(word));
  return found ? after(today, found[1], 'd') : null;
}

/** `today+3d`, `+2w`, `in 3 days`, `monday - 1m`: a near day, moved. */
function relative(text: string, today: string, reader: Reader): string | null {
  const match = /^(.*?)\s*(?:([+-])\s*(\d{1,4})\s*(d|w|m|y)(?:ays?|eeks?|onths?|ears?)?)?$/iu.exec(
    text.replace(/^in\s+(?=\d)/i, '+'),
  );
  const [, word = '', sign, count, unit = 'd'] = match ?? [];
  if (!match || (word === '' && count === undefined)) return null;
  const from = word === '' ? today : (nearDay(word, today, reader) ?? weekday(word, today, reader));
  if (from === null || count === undefined) return from;
  return after(from, Number(`${sign}${count}`), unit.toLowerCase());
}

/** Day, month and year in the order of the reader's language. */
const order = byLanguage((locale): string[] =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'short' })
    .formatToParts(0)
    .map(({ type }) => type)
    .filter((type) => ['day', 'month', 'year'].includes(type)),
);

function fullYear(year: number): number {
  return year < 100 ? 2000 + year : year;
}

/** Words that stand in dates and say nothing: of English (`24th of December`), and those of the reader's language. */
const fillers = byLanguage((locale): ReadonlySet<string> => {
  const formats = (['medium', 'long'] as const).map((dateStyle) =>
    new Intl.DateTimeFormat(locale, { dateStyle }).formatToParts(0),
  );
  formats.push(
    new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).formatToParts(0),
  );
  const literals = formats.flat().filter(({ type }) => type === 'literal');
  const own = literals.flatMap(({ value }) => value.match(/\p{L}[\p{L}\p{M}.]*/gu) ?? []);
  return new Set(['st', 'nd', 'rd', 'th', 'of', 'the', ...own.map(fold)]);
});

/**
 * The month that the words of a date name, from 1; null for none. Undefined where a word is something else: what is left
 * over means something, and a date guessed from the rest would be saved without a word.
 */
function monthIn(words: readonly string[], reader: Reader): number | null | undefined {
  const named: number[] = [];
  for (const word of words) {
    const month = numbered(word, months(reader));
    if (month !== undefined) named.push(month + 1);
    else if (!fillers(reader).has(word) && numbered(word, weekdays(reader)) === undefined) return;
  }
  return named.length > 1 ? undefined : (named[0] ?? null);
}

/**
 * `24.12.2026`, `12/24/26`, `24 Dec`, `Dec 24, 2026`: without a year the one of today. Where the reader's order makes no
 * date, day and month change places: `31.12.` means one thing only.
 */
function spelled(text: string, today: string, reader: Reader): string | null {
  const numbers = text.match(/\d+/g) ?? [];
  const words = (text.match(/\p{L}[\p{L}\p{M}.]*/gu) ?? []).map(fold);
  const named = monthIn(words, reader);
  const count = numbers.length + (named === null ? 0 : 1);
  if (named === undefined || count < 2 || count > 3) return null;
  // Where the month has its name the day comes first in any language; a number that no day has is the year.
  const usual = named === null ? order(reader) : ['day', 'year'];
  const types = (Number(numbers[0]) > 31 ? ['year', 'month', 'day'] : usual)
    .filter((type) => type !== 'month' || named === null)
    .filter((type) => type !== 'year' || count === 3);
  const part = (type: string) => numbers[types.indexOf(type)];
  const year = part('year') ?? today.slice(0, 4);
  if (!/^(\d\d){1,2}$/.test(year)) return null;
  const dayOfMonth = (month: number, day: number) => isoDay(fullYear(Number(year)), month, day);
  const [month, day] = [named ?? Number(part('month')), Number(part('day'))];
  // Two numbers may as well be a month and its year.
  const isTurned = named === null && types[0] !== 'year' && (count === 3 || /\.\s*$/.test(text));
  return dayOfMonth(month, day) ?? (isTurned ? dayOfMonth(day, month) : null);
}

const clock =
  /(?:^|[\sT,]+)(\d{1,2})[:h](\d{2})(?::\d{2})?\s*(?:([ap])\.?(?:m\.?)?)?(?:\s*(?:(?:UTC|GMT)?([+-]\d{2}:[0-5]\d)|(UTC|GMT|Z)))?$/i;

/** `5pm`. */
const fullHour = /(?:^|[\sT,]+)(1[0-2]|0?[1-9])\s*([ap])\.?m\.?$/i;

function timeIn(given: string): { rest: string; time?: string; offset?: string } | null {
  const text = given.replace(fullHour, ' $1:00 $2m');
  const match = clock.exec(text);
  if (!match) return { rest: text };
  const [whole, hours = '', minutes = '', half, named, zero] = match;
  const offset = zero === undefined ? named : '+00:00';
  const isLate = half?.toLowerCase() === 'p';
  const hour = half === undefined ? Number(hours) : (Number(hours) % 12) + (isLate ? 12 : 0);
  if (hour > 23 || Number(minutes) > 59) return null;
  return {
    rest: text.slice(0, -whole.length),
    time: `${String(hour).padStart(2, '0')}:${minutes}`,
    ...(offset === undefined ? {} : { offset }),
  };
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
