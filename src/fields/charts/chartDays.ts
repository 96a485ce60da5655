import { createContext } from 'react';
import type { ValueEntry } from '~/api/artifacts/read';
import { formatDate, formatDay } from '~/lib/dates';
import { dateField } from '../date/dateField';

/** The dates that the artifact around holds, as the server wrote them; none outside of its page. */
export const ServerDates = createContext<readonly string[]>([]);

const OFFSET = /[+-]\d\d:\d\d$/;

/** The dates of an artifact that have the server's offset. */
export function serverDates(values: readonly ValueEntry[] | null): string[] {
  return (values ?? []).flatMap(({ type, value }) =>
    dateField.types.includes(type) && typeof value === 'string' && OFFSET.test(value)
      ? [value]
      : [],
  );
}

const MINUTE = 60_000;

/** Milliseconds that the server's clock is ahead of UTC at a date with its offset. */
function offsetOf(date: string): number {
  const [hours = 0, minutes = 0] = date.slice(-5).split(':').map(Number);
  return (date.at(-6) === '-' ? -1 : 1) * (hours * 60 + minutes) * MINUTE;
}

/**
 * The day of an instant of a chart in words. It comes in UTC, the artifact's dates on the server's clock (recorded: walk/62,
 * a sprint that begins at 2014-01-09T00:00:00+01:00 has a chart from 2014-01-08T23:00:00+00:00), and a point stands at
 * the last second of its day, or at now (Tuleap's BurnupCacheDateRetriever): the offset of the date nearest to it tells the
 * day there. Without any date on the reader's clock. Pure.
 */
export function chartDays(dates: readonly string[]): (instant: string) => string {
  return (instant) => {
    const at = Date.parse(instant);
    const far = (date: string) => Math.abs(Date.parse(date) - at);
    const [nearest] = dates.toSorted((a, b) => far(a) - far(b));
    if (nearest === undefined || Number.isNaN(at)) return formatDate(instant);
    return formatDay(new Date(at + offsetOf(nearest)).toISOString().slice(0, 10));
  };
}
