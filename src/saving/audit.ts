import type { Changeset } from '~/api/changesets';
import type { Field } from '~/api/trackers';
import { changesBetween } from './changes';
import { changedFields, type DraftState } from './draft/draftState';

/**
 * The fields of `sent` that somebody else also wrote in `overtaken`, between its base and itself: their values were
 * replaced unseen, as the server's check knows only seconds (features D2, X8). The history still holds them.
 */
export function overwrittenFields(sent: DraftState, overtaken: readonly Changeset[]): Field[] {
  const { artifact, fields } = sent.base;
  const touched = new Set(
    overtaken.flatMap((changeset) =>
      changesBetween(artifact.values, changeset.values, fields).map(({ field }) => field.field_id),
    ),
  );
  return changedFields(sent).filter(({ field_id }) => touched.has(field_id));
}
