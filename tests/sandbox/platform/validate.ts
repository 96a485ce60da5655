/**
 * The framework's validator for JSON bodies (conventions.md §1, recordings svn/26–46): every failure is an early 400
 * that names the property, nested ones as `settings[immutable_tags][paths]`.
 */
import { reject } from '../http';

export type Fields = Record<string, unknown>;

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** `settings` + `paths` → `settings[paths]`; the top level has no brackets. */
export const within = (path: string, key: string | number): string =>
  path === '' ? String(key) : `${path}[${key}]`;

const invalid = (path: string, more = ''): never =>
  reject(`Invalid value specified for \`${path}\`${more}`);

/** The server takes null and the empty string for absent. */
function isAbsent(value: unknown): boolean {
  return value === undefined || value === null || value === '';
}

function required(path: string): never {
  return reject(`\`${path}\` is required.`);
}

/** A required text, trimmed at the top level as the framework does. */
export function text(fields: Fields, key: string, path = ''): string {
  const place = within(path, key);
  const value = fields[key];
  if (isAbsent(value)) return required(place);
  if (typeof value !== 'string') return invalid(place, '. Expecting alpha numeric value');
  return path === '' ? value.trim() : value;
}

/** An integer, also as digits in a string (svn/25). */
export function integer(fields: Fields, key: string, path = ''): number {
  const place = within(path, key);
  const value = fields[key];
  if (isAbsent(value)) return required(place);
  const number = Number(value);
  const isInteger = ['number', 'string'].includes(typeof value) && Number.isInteger(number);
  return isInteger ? number : invalid(place, '. Expecting integer value');
}

/** A boolean, also as `"true"` and `"false"` (svn/45). */
export function boolean(fields: Fields, key: string, path = ''): boolean {
  const place = within(path, key);
  const value = fields[key];
  if (isAbsent(value)) return required(place);
  if (value === true || value === 'true' || value === 1 || value === '1') return true;
  if (value === false || value === 'false' || value === 0 || value === '0') return false;
  return invalid(place, '. Expecting boolean value');
}

/** As `boolean`, with a value for what is absent. */
export function booleanOr(fields: Fields, key: string, fallback: boolean): boolean {
  return isAbsent(fields[key]) ? fallback : boolean(fields, key);
}

/** A required list; anything else than a list is refused without saying what was expected (svn/46). */
export function list(fields: Fields, key: string, path = ''): unknown[] {
  const place = within(path, key);
  const value = fields[key];
  if (isAbsent(value)) return required(place);
  return Array.isArray(value) ? value : invalid(place);
}

/** A list of texts; an empty text in it counts as missing (svn/47). */
export function texts(fields: Fields, key: string, path = ''): string[] {
  const place = within(path, key);
  return list(fields, key, path).map((_, index, all) => text({ ...all }, String(index), place));
}

export function integers(fields: Fields, key: string, path = ''): number[] {
  const place = within(path, key);
  return list(fields, key, path).map((_, index, all) => integer({ ...all }, String(index), place));
}

/** A required object. */
export function object(fields: Fields, key: string, path = ''): Fields {
  const place = within(path, key);
  const value = fields[key];
  if (isAbsent(value)) return required(place);
  return isFields(value) ? value : invalid(place);
}

/**
 * The body as an object. A route with exactly one body argument takes it bare as well; nothing at all is an item
 * of the wrong type (auth/28, svn/43).
 */
export function bodyOf(body: unknown, argument: { name: string; type: string }): Fields {
  if (!isFields(body) || Object.keys(body).length === 0) {
    return invalid(argument.name, `. Expecting an item of type \`${argument.type}\``);
  }
  if (!(argument.name in body)) return body;
  return object(body, argument.name);
}
