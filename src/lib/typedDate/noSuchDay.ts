import { formatter, type Reader } from '../dates';
import { order } from './words';

/** How many days a month has, from 1. */
function daysIn(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** Year, month and day as typed in digits, in each order that they may be meant in. */
function readings(typed: string, reader: Reader): [number, number, number][] {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?=$|[\sT,])/.exec(typed);
  if (iso) return [[Number(iso[1]), Number(iso[2]), Number(iso[3])]];
  const spelled = /^(\d{1,2})[./ -]+(\d{1,2})[./ -]+(\d{4})(?=$|[\sT,])/.exec(typed);
  if (!spelled) return [];
  const [first, second, year] = spelled.slice(1).map(Number) as [number, number, number];
  const types = order(reader);
  const isMonthFirst = types.indexOf('month') < types.indexOf('day');
  const monthFirst: [number, number, number] = [year, first, second];
  const dayFirst: [number, number, number] = [year, second, first];
  return isMonthFirst ? [monthFirst, dayFirst] : [dayFirst, monthFirst];
}

/** `February 2026 has 28 days.` of a date whose month is too short for it (`31/02/2026`); undefined of any other text. */
export function noSuchDay(typed: string, reader: Reader = {}): string | undefined {
  for (const [year, month, day] of readings(typed.trim(), reader)) {
    if (month < 1 || month > 12 || day > 31) continue;
    const most = daysIn(year, month);
    if (day <= most) return undefined;
    const options = { month: 'long', year: 'numeric', timeZone: 'UTC' } as const;
    return `${formatter(reader, options).format(Date.UTC(year, month - 1))} has ${most} days.`;
  }
  return undefined;
}
