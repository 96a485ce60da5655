import { dayOf, parseDay, type Reader } from './dates';

/** A day as typed, and the time of day where one was typed with it (`17:30`). */
export interface TypedDate {
  day: string;
  time?: string;
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

/** `today+3d`, `+2w`, `monday - 1m`: a near day, moved. */
function relative(text: string, today: string, reader: Reader): string | null {
  const match = /^(.*?)\s*(?:([+-])\s*(\d{1,4})\s*(d|w|m|y)(?:ays?|eeks?|onths?|ears?)?)?$/iu.exec(
    text,
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

/** `24.12.2026`, `12/24/26`, `24 Dec`, `Dec 24, 2026`: without a year the one of today. */
function spelled(text: string, today: string, reader: Reader): string | null {
  const numbers = (text.match(/\d+/g) ?? []).map(Number);
  const words = text.match(/\p{L}[\p{L}\p{M}.]*/gu) ?? [];
  const year = Number(today.slice(0, 4));
  const named = months(reader);
  const month = words
    .map((word) => numbered(fold(word), named))
    .find((number) => number !== undefined);
  if (month !== undefined && numbers.length > 0 && numbers.length < 3) {
    const [first = 0, second = year] = numbers;
    const [day, ofYear] = first > 31 ? [second, first] : [first, second];
    return isoDay(fullYear(ofYear), month + 1, day);
  }
  if (words.length > 0 || numbers.length < 2 || numbers.length > 3) return null;
  const isYearFirst = (numbers[0] ?? 0) > 31;
  const types = isYearFirst
    ? ['year', 'month', 'day']
    : order(reader).filter((type) => numbers.length === 3 || type !== 'year');
  const part = (type: string) => numbers[types.indexOf(type)] ?? year;
  return isoDay(fullYear(part('year')), part('month'), part('day'));
}

const clock = /(?:^|[\sT,]+)(\d{1,2})[:h](\d{2})(?::\d{2})?\s*([ap])?\.?(?:m\.?)?$/i;

function timeIn(text: string): { rest: string; time?: string } | null {
  const match = clock.exec(text);
  if (!match) return { rest: text };
  const [whole, hours = '', minutes = '', half] = match;
  const isLate = half?.toLowerCase() === 'p';
  const hour = half === undefined ? Number(hours) : (Number(hours) % 12) + (isLate ? 12 : 0);
  if (hour > 23 || Number(minutes) > 59) return null;
  return {
    rest: text.slice(0, -whole.length),
    time: `${String(hour).padStart(2, '0')}:${minutes}`,
  };
}

/**
 * What a person means by a typed date: `2026-12-24`, `24.12.2026` in the order of their language, `24 Dec`, `today+3d`,
 * `monday` (the coming one), each with or without a time; null when it means none. `now` in ms since 1970.
 */
export function parseTypedDate(
  typed: string,
  now: number = Date.now(),
  reader: Reader = {},
): TypedDate | null {
  const parts = timeIn(typed.trim());
  if (!parts) return null;
  const { rest, time } = parts;
  const text = rest.trim().replace(/,$/, '');
  const today = dayOf(now, reader);
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  const day = iso
    ? isoDay(Number(iso[1]), Number(iso[2]), Number(iso[3]))
    : text === ''
      ? time && today
      : (relative(text, today, reader) ?? spelled(text, today, reader));
  if (!day) return null;
  return time === undefined ? { day } : { day, time };
}
