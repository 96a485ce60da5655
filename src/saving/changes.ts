import type { ValueEntry } from '~/api/artifacts/read';
import type { Changeset } from '~/api/changesets/read';
import type { Field } from '~/api/trackers';
import { type FieldContract, isSameValue } from '~/fields/contract';
import { type FieldReading, readFields } from '~/fields/readField';
import { unknownField } from '~/fields/unknown/unknownField';

/** What a changeset did to one field, or what stands between two states. */
export interface FieldChange {
  field: Field;
  contract: FieldContract;
  before: unknown;
  after: unknown;
}

/** Two readings of one field by the same contract: where an entry has an odd shape, both as they came. */
function comparable(before: FieldReading, after: FieldReading): FieldChange {
  const { field, contract } = after;
  if (before.contract === contract) {
    return { field, contract, before: before.value, after: after.value };
  }
  const raw = ({ entry }: FieldReading) => unknownField.read(entry, field);
  return { field, contract: unknownField, before: raw(before), after: raw(after) };
}

/**
 * The fields that differ between two states, in the order of the tracker. Changesets are whole snapshots, so what one
 * did is the difference to the one before it (artifacts.md §6). What the server works out by itself is left out.
 */
export function changesBetween(
  before: readonly ValueEntry[] | null,
  after: readonly ValueEntry[] | null,
  fields: readonly Field[],
): FieldChange[] {
  const was = readFields(before, fields);
  return [...readFields(after, fields).values()].flatMap((reading) => {
    const old = was.get(reading.field.field_id);
    if (reading.contract.isDerived || !old || old.contract.isDerived) return [];
    const change = comparable(old, reading);
    return isSameValue(change.contract, change.before, change.after) ? [] : [change];
  });
}

/** Who wrote a changeset: the name people know, an address for mails, else "Somebody". */
export function authorOf(changeset: Changeset): string {
  const person = changeset.submitted_by_details;
  return person?.real_name || person?.username || changeset.email || 'Somebody';
}
