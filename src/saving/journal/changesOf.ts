import type { DraftBase, DraftState } from '../draft/draftState';
import { plannedChanges } from '../draft/plannedChanges';
import type { JournalChange } from './entry';

/** What a draft would change, field by field, in words. */
export function changesOf(draft: DraftState<DraftBase>): JournalChange[] {
  return plannedChanges(draft).map(({ field, contract, before, after }) => ({
    fieldId: field.field_id,
    label: field.label,
    before: contract.toText(before, field),
    after: contract.toText(after, field),
  }));
}
