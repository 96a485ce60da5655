import { postArtifactWrite, putArtifactWrite } from '~/api/artifacts';
import type { PlannedWrite } from '~/api/requests/write';
import { conditionOf } from '../condition';
import { validators } from '../restPort';
import { type BlankArtifact, changeOf, type DraftState } from './draftState';

/**
 * What a save of this draft would send if nobody saved in between; nothing while nothing is changed. Where links or files
 * are changed, the newest ones are read first and put together with these.
 */
export function plannedSave(draft: DraftState): readonly PlannedWrite[] {
  const change = changeOf(draft);
  if (change.values.length === 0 && !change.comment) return [];
  const { base } = draft;
  return [putArtifactWrite(base.artifact.id, change, validators(conditionOf(base)))];
}

/** What creating this draft would send; nothing while nothing is filled in. */
export function plannedCreate(
  trackerId: number,
  draft: DraftState<BlankArtifact>,
): readonly PlannedWrite[] {
  const { values } = changeOf(draft);
  return values.length === 0 ? [] : [postArtifactWrite(trackerId, values)];
}
