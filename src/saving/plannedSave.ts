import { inParallel } from '~/api/answers/paging';
import { putArtifactWrite } from '~/api/artifacts/change';
import { postArtifactWrite } from '~/api/artifacts/create';
import type { Plan, PlannedWrite } from '~/api/requests/write';
import { type BlankArtifact, changeOf, type DraftState } from './draft/draftState';
import { conditionOf } from './machine/condition';
import { type OtherPart, otherParts, ownPart } from './others/parts';
import { draftAt } from './others/saveOther';
import { openArtifact, validators } from './restPort';

/** Of what is changed at other artifacts: read now, as a save would, since each goes out over its own version. */
async function plannedAt(parts: readonly OtherPart[]): Promise<PlannedWrite[]> {
  const writes = await inParallel(parts, 3, async (part) => {
    const there = await openArtifact(part.id);
    const draft = draftAt(there, part);
    if ('kind' in draft) return [];
    return [putArtifactWrite(part.id, changeOf(draft), validators(conditionOf(there)))];
  });
  return writes.flat();
}

/**
 * What a save of this draft would send if nobody saved in between; nothing while nothing is changed. Of its own artifact
 * nothing is read for it: the save itself puts sets together with the newest ones. A promise where it writes to other
 * artifacts too: those are read for it, which throws `ApiError`.
 */
export function plannedSave(draft: DraftState): Plan {
  const change = changeOf(ownPart(draft));
  const { base } = draft;
  const isEmpty = change.values.length === 0 && !change.comment;
  const own = isEmpty
    ? []
    : [putArtifactWrite(base.artifact.id, change, validators(conditionOf(base)))];
  const parts = otherParts(draft);
  if (parts.length === 0) return own;
  return plannedAt(parts).then((others) => [...own, ...others]);
}

/** What creating this draft would send; nothing while nothing is filled in. */
export function plannedCreate(
  trackerId: number,
  draft: DraftState<BlankArtifact>,
): readonly PlannedWrite[] {
  const { values } = changeOf(draft);
  return values.length === 0 ? [] : [postArtifactWrite(trackerId, values)];
}
