import type { FieldChange } from '../changes';
import {
  baseValue,
  changedFields,
  type DraftBase,
  type DraftState,
  draftValue,
  readingsOf,
} from './draftState';

/** What a save of this draft changes, field by field: of exactly the fields that it sends (features E13, E14). */
export function plannedChanges(draft: DraftState<DraftBase>): FieldChange[] {
  const readings = readingsOf(draft.base);
  return changedFields(draft).flatMap((field) => {
    const contract = readings.get(field.field_id)?.contract;
    const before = baseValue(draft.base, field);
    return contract ? [{ field, contract, before, after: draftValue(draft, field) }] : [];
  });
}
