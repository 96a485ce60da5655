import type { Reader } from '../dates';
import { after } from './days';
import { fold, nearDays, numbered, weekdays } from './words';

function weekday(word: string, today: string, reader: Reader): string | null {
  const wanted = numbered(fold(word), weekdays(reader));
  if (wanted === undefined) return null;
  const now = new Date(`${today}T00:00:00Z`).getUTCDay();
  return after(today, ((wanted - now + 6) % 7) + 1, 'd');
}

function nearDay(word: string, today: string, reader: Reader): string | null {
  const found = nearDays(reader).find(([name]) => name === fold(word));
  return found ? after(today, found[1], 'd') : null;
}

/** `today+3d`, `+2w`, `in 3 days`, `monday - 1m`: a near day, moved. */
export function relative(text: string, today: string, reader: Reader): string | null {
  const match = /^(.*?)\s*(?:([+-])\s*(\d{1,4})\s*(d|w|m|y)(?:ays?|eeks?|onths?|ears?)?)?$/iu.exec(
    text.replace(/^in\s+(?=\d)/i, '+'),
  );
  const [, word = '', sign, count, unit = 'd'] = match ?? [];
  if (!match || (word === '' && count === undefined)) return null;
  const from = word === '' ? today : (nearDay(word, today, reader) ?? weekday(word, today, reader));
  if (from === null || count === undefined) return from;
  return after(from, Number(`${sign}${count}`), unit.toLowerCase());
}
