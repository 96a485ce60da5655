import type { Workflow } from '~/api/trackers';
import {
  type DraftBase,
  type DraftState,
  draftValue,
  isEditable,
  readingsOf,
} from '~/saving/draft/draftState';
import { ruleProblems } from '~/saving/rules/rules';

/** What is wrong with a new artifact, all at once: also what is required and was never touched, and rules. By field id. */
export function newArtifactErrors(
  draft: DraftState<DraftBase>,
  workflow: Workflow | null,
): ReadonlyMap<number, string> {
  const errors = new Map(ruleProblems(draft, workflow));
  for (const { field, contract } of readingsOf(draft.base).values()) {
    if (!isEditable(draft.base, field)) continue;
    const message = contract.validate?.(draftValue(draft, field), field);
    if (message !== undefined) errors.set(field.field_id, message);
  }
  return errors;
}
