import type { ValueEntry } from '~/api/artifacts';
import type { Changeset } from '~/api/changesets';
import type { Field } from '~/api/trackers';
import type { FieldContract } from '~/fields/contract';
import { readFields } from '~/fields/readField';
import { equal } from '~/lib/equal';

/** What a changeset did to one field, or what stands between two states. */
export interface FieldChange {
  field: Field;
  contract: FieldContract;
  before: unknown;
  after: unknown;
}

/**
 * The fields that differ between two states, in the order of the tracker. Changesets are whole snapshots, so what one
 * did is the difference to the one before it (artifacts.md §6). Fields that only the server writes are left out.
 */
export function changesBetween(
  before: readonly ValueEntry[] | null,
  after: readonly ValueEntry[] | null,
  fields: readonly Field[],
): FieldChange[] {
  const was = readFields(before, fields);
  return [...readFields(after, fields).values()].flatMap(({ field, contract, value }) => {
    const old = was.get(field.field_id);
    if (!contract.write || !old?.contract.write || equal(old.value, value)) return [];
    return [{ field, contract, before: old.value, after: value }];
  });
}

/** Who wrote a changeset: the name people know, an address for mails, else "Somebody". */
export function authorOf(changeset: Changeset): string {
  const person = changeset.submitted_by_details;
  return person?.real_name || person?.username || changeset.email || 'Somebody';
}

/** "a", "a and b", "a, b and c". */
export function listed(words: readonly string[]): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
