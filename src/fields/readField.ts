import * as z from 'zod/mini';
import { shapeIssues } from '~/api/answers/shapeIssues';
import type { ValueEntry } from '~/api/artifacts/read';
import type { ShapeIssue } from '~/api/error';
import { noteUnexpected } from '~/api/requests/unexpected';
import type { Field } from '~/api/trackers';
import type { FieldContract } from './contract';
import { contractOf, hasValue } from './registry';
import { type UnknownValue, unknownField } from './unknown/unknownField';

/** What an artifact says about one field. */
export interface FieldReading {
  field: Field;
  /** Of the field's type; the unknown one when the entry is of another shape, so that it is never written. */
  contract: FieldContract;
  value: unknown;
  /** The entry as it came; undefined when the artifact has none. */
  entry: ValueEntry | undefined;
  /** What was unexpected, paths from the entry down (`bind_value_ids[0]`). */
  issues: readonly ShapeIssue[];
}

/** By field id, in the order of the tracker's fields. */
export type FieldReadings = ReadonlyMap<number, FieldReading>;

/** Not while a page is drawn: those who listen would draw again in the midst of it. */
function noteLater({ field_id, label }: Field, what: Parameters<typeof noteUnexpected>[1]): void {
  const asked = { method: 'Field', path: `${field_id} (${label})` };
  queueMicrotask(() => noteUnexpected(asked, what));
}

/** Fields of a type that nobody knows, once each: all rows of a table have them. */
const unseen = new WeakSet<Field>();

/** The sentinel of features E9: a type that this version has no contract for is written down. */
function noteUnseenType(field: Field): void {
  if (unseen.has(field)) return;
  unseen.add(field);
  const { field_id, label, type } = field;
  const message = `“${type}” is a type of field that this version does not know.`;
  noteLater(field, { issues: [{ path: 'type', message }], part: { field_id, label, type } });
}

function parse(entry: ValueEntry | undefined, field: Field): FieldReading {
  const contract = contractOf(field.type);
  if (contract === unknownField) noteUnseenType(field);
  if (entry === undefined) {
    return { field, contract, entry, value: contract.read(undefined, field), issues: [] };
  }
  const parsed = z.safeParse(contract.schema, entry);
  if (parsed.success) {
    return { field, contract, entry, value: contract.read(parsed.data, field), issues: [] };
  }
  const issues = shapeIssues(parsed.error.issues);
  noteLater(field, { issues, part: entry });
  const value: UnknownValue = { json: entry, issues };
  return { field, contract: unknownField, entry, value, issues };
}

/** Tables draw the same entries again and again while one scrolls. */
const readings = new WeakMap<ValueEntry, FieldReading>();

/** Reads one entry of `values[]`; an entry of another shape than its type has is kept raw, with what is wrong. */
export function readField(entry: ValueEntry | undefined, field: Field): FieldReading {
  const known = entry && readings.get(entry);
  if (known?.field === field) return known;
  const reading = parse(entry, field);
  if (entry) readings.set(entry, reading);
  return reading;
}

/** Reads all fields of an artifact that can have a value, also those without an entry. */
export function readFields(
  values: readonly ValueEntry[] | null,
  fields: readonly Field[],
): FieldReadings {
  const entries = new Map((values ?? []).map((entry) => [entry.field_id, entry]));
  return new Map(
    fields
      .filter(({ type }) => hasValue(type))
      .map((field) => [field.field_id, readField(entries.get(field.field_id), field)]),
  );
}
