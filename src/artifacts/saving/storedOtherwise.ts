import type { Field } from '~/api/trackers';
import { mergeField } from '~/fields/contract';
import { type FieldReading, readField } from '~/fields/readField';
import { type DraftState, isEditable, readingsOf } from '~/saving/draft/draftState';
import { entryOf } from '~/saving/draft/snapshot';
import { holds } from '~/saving/landed';
import type { SaveResult } from '~/saving/useSave';

/** A field that the server stored as something else than was sent to it. */
export interface StoredOtherwise {
  field: Field;
  sent: string;
  stored: string;
  /** What is stored, as a value of the field. */
  value: unknown;
  /** What a draft holds to have mine there after all: of a set what is missing, beside what stands there. Null where it cannot be written. */
  again: { value: unknown } | null;
}

/** Mine once more, over what is stored by now. */
function mineAgain({
  sent,
  there,
}: {
  sent: DraftState;
  there: FieldReading;
}): { value: unknown } | null {
  const { contract, field, value: theirs } = there;
  const reading = readingsOf(sent.base).get(field.field_id);
  if (!contract.write || reading?.contract !== contract || !isEditable(sent.base, field))
    return null;
  const mine = sent.values.get(field.field_id);
  if (!contract.replacesSet) return { value: mine };
  return { value: mergeField(contract, field, { base: reading.value, mine, theirs }).value };
}

/**
 * What a save stored differently from what it sent, although the server answered 200 (live-facts.md, Writes): a day that
 * became another one by its zone, 1970-01-01 for a date it could not read, HTML that it cleaned, groups it dropped.
 */
export function storedOtherwise({
  outcome,
  sent,
}: Pick<SaveResult, 'outcome' | 'sent'>): StoredOtherwise[] {
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
        value: there.value,
        again: mineAgain({ sent, there }),
      },
    ];
  });
}
