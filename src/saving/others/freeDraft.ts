import type { Draft } from '../draft/draft';
import { type DraftState, emptyDraft } from '../draft/draftState';
import type { ArtifactSnapshot } from '../draft/snapshot';
import { keepUnstored, storedPart } from '../draft/unstored';
import type { Saved } from '../machine/states';
import { onlyAt, withOnly } from './parts';
import { isMissing } from './saveOther';
import type { EndedSave, WholeSave } from './wholeSave';

/** What of the draft is stored: all that was sent, unless the server holds some of it otherwise. */
function storedOf(sent: DraftState, { how, attempt, changeset }: Saved): DraftState {
  const isWhole = how !== 'commented' || !changeset;
  return isWhole ? sent : storedPart(sent, { change: attempt.change, changeset });
}

/** What the page shows after a save: as it was read last; null where nothing was. */
export function versionAfter({ outcome }: WholeSave): ArtifactSnapshot | null {
  if (outcome.kind === 'saved') return outcome.news?.version ?? null;
  return outcome.kind === 'unchanged' ? (outcome.version ?? null) : null;
}

/** Frees the draft of what is stored; what is not, of what was sent, stands in it again. */
export function freeDraft(draft: Draft, ended: EndedSave, version: ArtifactSnapshot): void {
  const { outcome, sent, others, again } = ended;
  const missing = others.filter(isMissing).map(({ id }) => id);
  if (again) {
    // The rest was accepted before; what the person took back since stays so.
    draft.accept(onlyAt(again.ids, sent), version);
    const left = missing.filter((id) => again.ids.includes(id) && again.wanted.includes(id));
    keepUnstored(draft, onlyAt(left, sent), version);
    return;
  }
  if (ended.isTakenBack) {
    // Nothing of it is in the draft any more, and nothing of it comes back.
    draft.accept(emptyDraft(draft.state().base), version);
    return;
  }
  draft.accept(outcome.kind === 'saved' ? storedOf(sent, outcome) : sent, version);
  // Found without a clear answer, its own sets may be stored in part.
  const isFound = outcome.kind === 'saved' && outcome.how !== 'answered';
  keepUnstored(draft, isFound ? withOnly(missing, sent) : onlyAt(missing, sent), version);
}
