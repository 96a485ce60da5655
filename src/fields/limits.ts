import type { Field } from '~/api/trackers';

/** Text columns hold 65,535 bytes; the server refuses more, and its preferences even cut silently (artifacts.md §4). */
const MOST_BYTES = 65_535;

const encoder = new TextEncoder();

/** A key of `specific_properties`; they are `[]` when there are none (trackers.md §2.4). */
export function specificProperty(field: Field, key: string): unknown {
  const properties = field.specific_properties;
  return Array.isArray(properties) ? undefined : properties[key];
}

/** The most characters the tracker's administrator allows; null when there is no limit (0, or text: §2.4). */
export function maxChars(field: Field): number | null {
  const limit = Number(specificProperty(field, 'maxchars'));
  return Number.isInteger(limit) && limit > 0 ? limit : null;
}

/** What to say about an empty value of a required field. */
export function requiredProblem(field: Field): string | undefined {
  return field.required ? `${field.label} is required.` : undefined;
}

/** What is too much about a text, or nothing. Characters are counted as people see them, not as UTF-16 does. */
export function lengthProblem(text: string, field: Field): string | undefined {
  const most = maxChars(field);
  const length = most === null ? 0 : [...text].length;
  if (most !== null && length > most) {
    return `${length} characters, ${most} at most: shorten it by ${length - most}.`;
  }
  const bytes = text.length * 3 <= MOST_BYTES ? 0 : encoder.encode(text).length;
  return bytes > MOST_BYTES
    ? `${bytes.toLocaleString('en')} bytes, 65,535 at most: shorten it.`
    : undefined;
}
