import type { DraftState } from '~/saving/draft/draftState';
import type { ArtifactSnapshot } from '~/saving/draft/snapshot';
import { followingWords } from '~/saving/kept/KeptNotices';
import { isDiscarded } from '~/saving/others/wholeSave';
import { useConditions } from '~/saving/rules/useConditions';
import { type SaveResult, useSave } from '~/saving/useSave';
import type { KeptArtifact } from '../kept/useKeptArtifact';
import { type Gone, goneWords } from '../news/useEarlyWord';
import { hasProblems, isTyped, problemsBefore } from './problems';
import type { FormDraft } from './useFormDraft';
import { useLastSave } from './useLastSave';
import { useProblems } from './useProblems';
import { usePrompt } from './usePrompt';
import { useWaiting } from './useWaiting';

interface Page {
  form: FormDraft<ArtifactSnapshot>;
  kept: KeptArtifact;
  /** What the cache holds. */
  latest: ArtifactSnapshot;
  /** Why the artifact cannot be read any more: then nothing is sent (features X11). */
  gone: Gone | undefined;
  /** A save ended: the form has to be open, or no longer. */
  onFields(hasFields: boolean): void;
}

/** Sending the draft of a page: what stands against it, the save, and the prompt that it may end in. */
export function useSending({ form, kept, latest, gone, onFields }: Page) {
  const { draft, base, elsewhere, notAdded, unfinished } = form;
  const wrong = useProblems('The server does not let you change this artifact.');
  const prompts = usePrompt(draft);
  const conditions = useConditions(draft, base.tracker?.workflow ?? null);
  const saving = useSave(draft, { keep: kept.flush, onEnd });
  const last = useLastSave(saving, { lost: kept.lost, latest, base });
  const check = () => problemsBefore(draft.state(), { elsewhere, notAdded, conditions });
  const goneFor = gone && goneWords[gone];
  const lock = kept.isFollowing ? followingWords : (goneFor ?? wrong.lock);
  // It is looked what became of the last save, or which other artifacts this one writes to: it goes out once that is clear.
  const isHeldUp = kept.lost.state === 'looking' || elsewhere.isChecking;
  const { isWaiting, wait } = useWaiting(isHeldUp, save);

  function onEnd(ended: SaveResult): void {
    const { outcome, sent } = ended;
    prompts.afterSave(ended);
    if (outcome.kind === 'refused' && !isDiscarded(ended)) {
      onFields(true);
      wrong.refuse(outcome.error, sent);
    }
    if (outcome.kind === 'saved' || outcome.kind === 'unchanged') {
      onFields(isTyped(draft.summary()));
      kept.afterSave();
    }
  }

  function save(): void {
    wait(isHeldUp);
    const problems = check();
    wrong.show(problems);
    const isBarred =
      last.isUnclear || elsewhere.isChecking || unfinished.length > 0 || kept.isFollowing || gone;
    // After a prompt it may be that nothing is left to send: that is told too.
    const isWanted = prompts.prompt !== null || isTyped(draft.summary());
    if (isWanted && !isBarred && !hasProblems(problems)) saving.save();
    else if (saving.step === null) prompts.close();
  }

  function saveMerged(merged: DraftState): void {
    if (lock !== undefined || last.isUnclear) return;
    prompts.take(merged);
    // Once it is drawn over that version it goes out as every save does; what is in its way is said in the form.
    wait(true);
  }

  /** What only waits does not go out any more; what is under way does. */
  function closePrompt(): void {
    wait(false);
    prompts.close();
  }

  return {
    saving,
    ...last,
    problems: wrong.problems,
    clear: wrong.clear,
    check,
    lock,
    unlock: wrong.unlock,
    save,
    isWaiting,
    saveMerged,
    closePrompt,
    prompts,
  };
}
