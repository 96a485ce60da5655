import type { Field } from '~/api/trackers';
import { equal } from '~/lib/equal';
import type { WriteEntry } from './contract';
import type { FieldReadings } from './readField';

/** What a form holds, by field id. A field that is absent was not touched. */
export type FieldValues = ReadonlyMap<number, unknown>;

/** The entry to send for one field, or nothing: it is read-only, unknown, or would say what the server has already. */
export function changedEntry(
  base: FieldReadings,
  mine: FieldValues,
  field: Field,
): WriteEntry | undefined {
  const reading = base.get(field.field_id);
  if (!reading?.contract.write || !mine.has(field.field_id)) return undefined;
  const { contract, value } = reading;
  const entry = reading.contract.write(mine.get(field.field_id), field, value);
  return equal(entry, contract.write?.(value, field, value)) ? undefined : entry;
}

/** The smallest body that turns `base` into `mine`: entries whose `write` differs from the base's (row E13). */
export function changedEntries(
  base: FieldReadings,
  mine: FieldValues,
  fields: readonly Field[],
): WriteEntry[] {
  return fields.flatMap((field) => changedEntry(base, mine, field) ?? []);
}
