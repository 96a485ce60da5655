import type { ArtifactChange } from '~/api/artifacts/change';
import type { Changeset } from '~/api/changesets/read';
import { mergeField } from '~/fields/contract';
import { equal } from '~/lib/equal';
import { holds } from '../landed';
import type { Draft } from './draft';
import { baseValue, changedFields, type DraftState, readingsOf } from './draftState';
import type { ArtifactSnapshot } from './snapshot';

/**
 * After a save that is stored only in part (links of others are written one by one, features D4; the server may drop some
 * of a set), puts what is missing of its sets back into the draft, over the version that was read.
 */
export function keepUnstored(draft: Draft, sent: DraftState, version: ArtifactSnapshot): void {
  if (draft.state().base !== version) return;
  for (const field of changedFields(sent)) {
    const { field_id: id } = field;
    const there = readingsOf(version).get(id);
    if (!there?.contract.replacesSet || draft.state().values.has(id)) continue;
    const mine = sent.values.get(id);
    const sides = { base: baseValue(sent.base, field), mine, theirs: there.value };
    // Where both changed the same entry mine stands, to be looked at; all others stay as they are by now.
    const { value } = mergeField(there.contract, field, sides);
    if (!equal(value, there.value)) draft.set(field, value);
  }
}

/**
 * What of a draft a changeset holds as it was sent, with its comment: for a save of which the server stored some values
 * otherwise, so that those stay in the draft.
 */
export function storedPart(
  sent: DraftState,
  { change, changeset }: { change: ArtifactChange; changeset: Changeset },
): DraftState {
  const readings = readingsOf(sent.base);
  const held = change.values.filter((entry) => {
    const field = readings.get(entry.field_id)?.field;
    return field && holds(changeset.values, entry, field);
  });
  const ids = new Set(held.map(({ field_id }) => field_id));
  return { ...sent, values: new Map([...sent.values].filter(([id]) => ids.has(id))) };
}
