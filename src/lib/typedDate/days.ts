import { DAY, parseDay } from '../dates';

/** `2026-12-24`; null where the calendar has no such day. */
export function isoDay(year: number, month: number, day: number): string | null {
  const two = (part: number) => String(part).padStart(2, '0');
  const iso = `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
  return parseDay(iso) ? iso : null;
}

/** The day that is `count` days, weeks, months or years after this one; the 31st becomes the last day of a shorter month. */
export function after(from: string, count: number, unit: string): string | null {
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
