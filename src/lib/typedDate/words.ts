import { DAY, type Reader } from '../dates';

/** Words without case, accents and the dots of abbreviations. */
export function fold(text: string): string {
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
export function numbered(word: string, named: Named): number | undefined {
  const exact = named.find(([name]) => name === word);
  if (exact) return exact[1];
  const begun = new Set(
    named.filter(([name]) => name.startsWith(word)).map(([, number]) => number),
  );
  return word.length >= 3 && begun.size === 1 ? [...begun][0] : undefined;
}

/** Days of the week, Sunday 0. */
export const weekdays = byLanguage((locale) => {
  // 4 January 1970 was a Sunday.
  const days = Array.from({ length: 7 }, (_, index) => (index + 3) * DAY);
  return names(locale, 'weekday', days);
});

/** Months, January 0. */
export const months = byLanguage((locale) => {
  const days = Array.from({ length: 12 }, (_, index) => Date.UTC(1970, index, 15));
  return names(locale, 'month', days);
});

/** `yesterday`, `today`, `tomorrow` in English and in the reader's language, each with its distance. */
export const nearDays = byLanguage(
  (reader): Named =>
    ['en', reader].flatMap((locale) => {
      const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
      return [-1, 0, 1].map((count) => [fold(format.format(count, 'day')), count] as const);
    }),
);

/** Day, month and year in the order of the reader's language. */
export const order = byLanguage((locale): string[] =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'short' })
    .formatToParts(0)
    .map(({ type }) => type)
    .filter((type) => ['day', 'month', 'year'].includes(type)),
);

/** Words that stand in dates and say nothing: of English (`24th of December`), and those of the reader's language. */
export const fillers = byLanguage((locale): ReadonlySet<string> => {
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
