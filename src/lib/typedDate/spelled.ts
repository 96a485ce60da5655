import type { Reader } from '../dates';
import { isoDay } from './days';
import { fillers, fold, months, numbered, order, weekdays } from './words';

function fullYear(year: number): number {
  return year < 100 ? 2000 + year : year;
}

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
export function spelled(text: string, today: string, reader: Reader): string | null {
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
