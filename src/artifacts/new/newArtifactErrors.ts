import {
  type DraftBase,
  type DraftState,
  draftValue,
  isEditable,
  readingsOf,
} from '~/saving/draft/draftState';

/** What is wrong with a new artifact, all at once: also what is required and was never touched. By field id. */
export function newArtifactErrors(draft: DraftState<DraftBase>): ReadonlyMap<number, string> {
  const errors = new Map<number, string>();
  for (const { field, contract } of readingsOf(draft.base).values()) {
    if (!isEditable(draft.base, field)) continue;
    const message = contract.validate?.(draftValue(draft, field), field);
    if (message !== undefined) errors.set(field.field_id, message);
  }
  return errors;
}
