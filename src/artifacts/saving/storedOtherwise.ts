import type { Field } from '~/api/trackers';
import { readField } from '~/fields/readField';
import { readingsOf } from '~/saving/draft/draftState';
import { entryOf } from '~/saving/draft/snapshot';
import { holds } from '~/saving/landed';
import type { SaveResult } from '~/saving/useSave';

/** A field that the server stored as something else than was sent to it. */
export interface StoredOtherwise {
  field: Field;
  sent: string;
  stored: string;
}

/**
 * What a save stored differently from what it sent, although the server answered 200 (live-facts.md, Writes): a day that
 * became another one by its zone, 1970-01-01 for a date it could not read, HTML that it cleaned, groups it dropped.
 */
export function storedOtherwise({ outcome, sent }: SaveResult): StoredOtherwise[] {
  if (outcome.kind !== 'saved' || !outcome.changeset) return [];
  const { values } = outcome.changeset;
  return outcome.attempt.change.values.flatMap((entry) => {
    const reading = readingsOf(sent.base).get(entry.field_id);
    if (!reading || holds(values, entry, reading.field)) return [];
    const { contract, field } = reading;
    const there = readField(entryOf(values, field.field_id), field);
    return [
      {
        field,
        sent: contract.toText(sent.values.get(field.field_id), field),
        stored: there.contract.toText(there.value, field),
      },
    ];
  });
}
