import { type DraftState, emptyDraft } from '../draft/draftState';
import { otherParts } from './parts';
import { type OtherHands, type OtherSave, settle } from './saveOther';

/**
 * After a tab was killed in the middle of its save: what had landed at other artifacts and was not read back is, and what it
 * had replaced there is put back (features X8). `kept` is the draft as it was sent. Throws `ApiError`.
 */
export async function finishLost(kept: DraftState, hands: OtherHands): Promise<OtherSave[]> {
  const done: OtherSave[] = [];
  for (const { id } of otherParts(kept)) {
    const found = await hands.lost(id);
    if (!found?.news) continue;
    const { version } = found.news;
    const end = await settle(emptyDraft(version), hands, { found });
    done.push({ id, xref: version.artifact.xref, end });
  }
  return done;
}
