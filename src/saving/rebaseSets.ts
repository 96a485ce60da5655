import type { ArtifactChange } from '~/api/artifacts/change';
import type { Field } from '~/api/trackers';
import type { Transition } from '~/api/workflow/transitions';
import { mergeField } from '~/fields/contract';
import {
  changedFields,
  changeOf,
  type DraftState,
  isEditable,
  readingsOf,
} from './draft/draftState';
import type { ArtifactSnapshot } from './draft/snapshot';
import { ownPart } from './others/parts';
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
  const { outcome, value } = mergeField(there.contract, there.field, {
    base,
    mine,
    theirs: there.value,
  });
  if (outcome === 'conflict') return null;
  return outcome === 'merged' && !there.contract.replacesSet ? null : { value };
}

/** The draft put together with the newest version, field by field; null where a person has to choose. Pure. */
export function putTogether(draft: DraftState, newest: ArtifactSnapshot): DraftState | null {
  const values = new Map<number, unknown>();
  for (const field of changedFields(draft)) {
    const settled = overNewest(draft, newest, field);
    if (!settled) return null;
    values.set(field.field_id, settled.value);
  }
  return { base: newest, values, comment: draft.comment };
}

/**
 * The draft's change of its own artifact over the newest version: sets with both sides' additions and removals, other fields as typed where
 * nobody else touched them. Null when anything needs a choice, may no longer be changed, or would be refused by the rules
 * that the prompt asks too; `conditions` of the transition that the draft makes, where they are known. Pure.
 */
export function rebaseSets(
  draft: DraftState,
  newest: ArtifactSnapshot,
  conditions?: Transition,
): ArtifactChange | null {
  const merged = putTogether(draft, newest);
  if (!merged) return null;
  // What does not fit together any more is shown, not sent to be refused (features X3).
  const problems = problemsOf(merged, newest.tracker?.workflow ?? null, conditions);
  return problems.size > 0 ? null : changeOf(ownPart(merged));
}
