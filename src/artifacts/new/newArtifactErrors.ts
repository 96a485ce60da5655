import type { Workflow } from '~/api/trackers';
import type { Transition } from '~/api/workflow/transitions';
import {
  type DraftBase,
  type DraftState,
  draftValue,
  isEditable,
  readingsOf,
} from '~/saving/draft/draftState';
import { neededProblems } from '~/saving/rules/conditions';
import { ruleProblems } from '~/saving/rules/rules';

/**
 * What is wrong with a new artifact, all at once: also what is required and was never touched, rules, and what the
 * transition asks for that it begins with (`conditions`, where they may be read). By field id.
 */
export function newArtifactErrors(
  draft: DraftState<DraftBase>,
  workflow: Workflow | null,
  conditions: Transition | undefined,
): ReadonlyMap<number, string> {
  const needed = neededProblems(draft, workflow, conditions);
  const errors = new Map([...needed, ...ruleProblems(draft, workflow)]);
  for (const { field, contract } of readingsOf(draft.base).values()) {
    if (!isEditable(draft.base, field)) continue;
    const message = contract.validate?.(draftValue(draft, field), field);
    if (message !== undefined) errors.set(field.field_id, message);
  }
  return errors;
}
