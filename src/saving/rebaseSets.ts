import type { ArtifactChange } from '~/api/artifacts';
import type { Field } from '~/api/trackers';
import { mergeField } from '~/fields/contract';
import { equal } from '~/lib/equal';
import {
  changedFields,
  changeOf,
  type DraftState,
  isEditable,
  readingsOf,
} from './draft/draftState';
import type { ArtifactSnapshot } from './draft/snapshot';
import { problemsOf } from './rules/rules';

/** True when saving this draft replaces a set that others add to: then the newest state has to be read first. */
export function replacesSets(draft: DraftState): boolean {
  const readings = readingsOf(draft.base);
  return changedFields(draft).some(
    ({ field_id }) => readings.get(field_id)?.contract.replacesSet === true,
  );
}

/** The value of one changed field over the newest version; null where a person has to choose. */
function overNewest(
  draft: DraftState,
  newest: ArtifactSnapshot,
  field: Field,
): { value: unknown } | null {
  const there = readingsOf(newest).get(field.field_id);
  if (!there || !isEditable(newest, field)) return null;
  const base = readingsOf(draft.base).get(field.field_id)?.value;
  const mine = draft.values.get(field.field_id);
  if (there.contract.replacesSet) {
    const merge = mergeField(there.contract, there.field, { base, mine, theirs: there.value });
    return merge.outcome === 'conflict' ? null : { value: merge.value };
  }
  return equal(base, there.value) || equal(mine, there.value) ? { value: mine } : null;
}

/**
 * The draft's change over the newest version: sets with both sides' additions and removals, other fields as typed where
 * nobody else touched them. Null when anything needs a choice, or may no longer be changed. Pure.
 */
export function rebaseSets(draft: DraftState, newest: ArtifactSnapshot): ArtifactChange | null {
  const values = new Map<number, unknown>();
  for (const field of changedFields(draft)) {
    const settled = overNewest(draft, newest, field);
    if (!settled) return null;
    values.set(field.field_id, settled.value);
  }
  const merged = { base: newest, values, comment: draft.comment };
  // What does not fit together any more is shown, not sent to be refused (features X3).
  return problemsOf(merged, newest.tracker?.workflow ?? null).size > 0 ? null : changeOf(merged);
}
