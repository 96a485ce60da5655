import type { Field } from '~/api/trackers';

/** What makes a field the same one elsewhere, the surest first: in another tracker it has another id. */
const sameness: readonly ((a: Field, b: Field) => boolean)[] = [
  (a, b) => a.field_id === b.field_id,
  (a, b) => a.name === b.name,
  (a, b) => a.label === b.label,
];

/**
 * The fields of another tracker (or of another state of this one) that answer to these, by the id of these: of the same
 * type, with the same id, else the same name, else the same label. Each answers to one alone, to what it is surest to be.
 * The server matches by name and type when it moves (artifacts.md §5.4); people know the label. Pure.
 */
export function counterparts(
  fields: readonly Field[],
  others: readonly Field[],
): ReadonlyMap<number, Field> {
  const found = new Map<number, Field>();
  const taken = new Set<Field>();
  for (const isSame of sameness) {
    for (const field of fields) {
      if (found.has(field.field_id)) continue;
      const other = others.find(
        (one) => one.type === field.type && !taken.has(one) && isSame(field, one),
      );
      if (!other) continue;
      found.set(field.field_id, other);
      taken.add(other);
    }
  }
  return found;
}
