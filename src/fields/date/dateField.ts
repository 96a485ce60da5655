import * as z from 'zod/mini';
import { formatDateTime, formatDay, parseDay } from '~/lib/dates';
import { noSuchDay } from '~/lib/typedDate/noSuchDay';
import { parseTypedDate } from '~/lib/typedDate/parse';
import type { FieldContract, FieldMerge } from '../contract';
import { entrySchema } from '../entry';
import { requiredProblem } from '../limits';

/**
 * A day (`2026-12-24`, no offset) or a time on the clock of a zone (`2026-12-24T17:30`, `+01:00`).
 * `text` is `''` when empty, and may hold what is not yet a date.
 */
export interface DateValue {
  text: string;
  offset: string;
}

const schema = entrySchema(['date'], {
  value: z.nullable(z.string()),
  is_time_displayed: z.boolean(),
});

const EMPTY: DateValue = { text: '', offset: '' };

const instant = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})(?::(\d{2}))?(?:\.\d+)?(Z|[+-]\d{2}:\d{2})$/;

/** `default_value` of a field (recorded: trackers). */
const defaultTime = /^(\d{4}-\d{2}-\d{2})(?:[ T](\d{2}:\d{2}))?/;

/** `2026-12-24T17:30`, with seconds only where there are some. */
const wallTime = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?$/;

function readTime(text: string): DateValue {
  const match = instant.exec(text);
  if (!match) return { text, offset: '' };
  const [, day, minutes, seconds = '00', zone = ''] = match;
  return {
    text: `${day}T${minutes}${seconds === '00' ? '' : `:${seconds}`}`,
    offset: zone === 'Z' ? '+00:00' : zone,
  };
}

/** The instant a time stands for, as ISO text; null when it stands for none. */
export function instantOf(value: DateValue): string | null {
  const match = wallTime.exec(value.text);
  if (!match?.[1] || !parseDay(match[1])) return null;
  const seconds = value.text.length === 16 ? ':00' : '';
  return `${value.text}${seconds}${value.offset}`;
}

/** The same moment in two zones: what was typed here, and what the server gives back in its own. */
function isSameMoment(a: DateValue, b: DateValue): boolean {
  const [one, other] = [instantOf(a), instantOf(b)];
  return one !== null && other !== null && Date.parse(one) === Date.parse(other);
}

function mergeBoth(_base: DateValue, mine: DateValue, theirs: DateValue): FieldMerge<DateValue> {
  return isSameMoment(mine, theirs)
    ? { outcome: 'agreed', value: theirs }
    : { outcome: 'conflict', value: mine };
}

/**
 * Dates and times. A day is sent as a plain day and a time with the offset it was typed in: a day with a zone is shifted
 * to the server's zone and may become another day (live-facts.md, Writes). Nonsense must be refused here, because the
 * server answers 200 and stores 1970-01-01 for it.
 */
export const dateField: FieldContract<z.infer<typeof schema>, DateValue> = {
  id: 'date',
  types: ['date'],
  schema,
  read(json, field) {
    if (!json?.value) return EMPTY;
    // The server gives days as midnight in its own zone: the first ten characters are the day, whatever the reader's zone.
    return field.is_time_displayed
      ? readTime(json.value)
      : { text: json.value.slice(0, 10), offset: '' };
  },
  /** "2026-11-21" or "2026-11-21 03:12", on the server's clock, whose zone is not named. */
  initial({ default_value: preset, is_time_displayed }) {
    const match = typeof preset === 'string' ? defaultTime.exec(preset) : null;
    if (!match?.[1]) return EMPTY;
    const [, day, minutes = '00:00'] = match;
    return { text: is_time_displayed ? `${day}T${minutes}` : day, offset: '' };
  },
  write: (value, field) => ({
    field_id: field.field_id,
    value: field.is_time_displayed ? (instantOf(value) ?? value.text) : value.text,
  }),
  validate(value, field) {
    if (value.text === '') return requiredProblem(field);
    if (field.is_time_displayed ? instantOf(value) : parseDay(value.text)) return undefined;
    if (!field.is_time_displayed && parseTypedDate(value.text)?.time !== undefined) {
      return 'This field keeps days only: leave the time out.';
    }
    return (
      noSuchDay(value.text) ??
      'This is not a date. Type one like 2026-12-24, today+3d or monday, or clear it.'
    );
  },
  toText(value, field) {
    if (!field.is_time_displayed) return formatDay(value.text);
    const at = instantOf(value);
    return at === null ? value.text : formatDateTime(at);
  },
  toSortKey(value, field) {
    if (value.text === '') return null;
    const at = field.is_time_displayed ? instantOf(value) : `${value.text}T00:00:00Z`;
    const time = at === null ? Number.NaN : Date.parse(at);
    return Number.isNaN(time) ? null : time;
  },
  /** A day cannot become a time, nor the other way round. */
  bring: (value, { from, to }) =>
    from.is_time_displayed === to.is_time_displayed ? value : undefined,
  mergeBoth,
};
