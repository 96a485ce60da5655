import * as z from 'zod/mini';
import { fieldSchema } from '~/api/fields/fieldSchema';
import type { Field } from '~/api/trackers';
import { aField } from '../../fixtures/fields';
import { holders, isJson } from '../entries';

type Json = Record<string, unknown>;

const withFields = z.looseObject({ fields: z.array(z.unknown()) });

/** A tracker, or the one around an artifact. */
const described = z.union([
  withFields,
  z.pipe(
    z.looseObject({ tracker: withFields }),
    z.transform(({ tracker }) => tracker),
  ),
]);

function fieldsOf(body: unknown): Field[] {
  const tracker = z.safeParse(described, body);
  return (tracker.success ? tracker.data.fields : []).flatMap((json) => {
    const field = z.safeParse(fieldSchema, json);
    return field.success ? [field.data] : [];
  });
}

/** Every entry of `values` and `values_by_field` in an answer. */
function valuesOf(body: unknown): Json[] {
  return holders(body).flatMap(({ values, values_by_field: named }) =>
    [
      ...(Array.isArray(values) ? values : []),
      ...(isJson(named) ? Object.values(named) : []),
    ].filter(isJson),
  );
}

/** What a list is bound to, as its values show; undefined for no value, and for None. */
function boundOf({ bind_type: said, values, bind_value_objects: objects }: Json) {
  if (typeof said === 'string') return said;
  const [first] = (Array.isArray(values) ? values : Array.isArray(objects) ? objects : []).filter(
    (one) => isJson(one) && one.id !== null && one.id !== 100,
  );
  if (!isJson(first)) return undefined;
  if ('users_uri' in first) return 'ugroups';
  return 'display_name' in first ? 'users' : 'static';
}

function fieldOfValues(field_id: number, entries: readonly Json[]): Field {
  const [first = {}] = entries;
  const bound = entries.map(boundOf).find((one) => one !== undefined) ?? null;
  const isTimed = first.is_time_displayed;
  return aField(String(first.type), {
    field_id,
    label: String(first.label ?? field_id),
    bindings: { type: bound, list: [] },
    ...(typeof isTimed === 'boolean' ? { is_time_displayed: isTimed } : {}),
  });
}

/**
 * Every field that the answers tell of, by id: as a tracker describes it, else as far as its values show it (type, whether a
 * date has a time, what a list is bound to: null where no value says so).
 */
export function recordedFields(bodies: readonly unknown[]): Map<number, Field> {
  const fields = new Map<number, Field>();
  for (const field of bodies.flatMap(fieldsOf)) {
    if (!fields.has(field.field_id)) fields.set(field.field_id, field);
  }
  const values = new Map<number, Json[]>();
  for (const entry of bodies.flatMap(valuesOf)) {
    const { field_id: id, type } = entry;
    if (typeof id !== 'number' || typeof type !== 'string' || fields.has(id)) continue;
    values.set(id, [...(values.get(id) ?? []), entry]);
  }
  for (const [id, entries] of values) fields.set(id, fieldOfValues(id, entries));
  return fields;
}

/** Whether an answer tells of the field anywhere, whatever its shape: one that is then unknown was not understood. */
export function isToldOf(id: number, body: unknown): boolean {
  if (Array.isArray(body)) return body.some((item) => isToldOf(id, item));
  if (!isJson(body)) return false;
  if (body.field_id === id && typeof body.type === 'string') return true;
  return Object.values(body).some((item) => isToldOf(id, item));
}
