import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { Uploads } from '~/attachments/upload/uploads';
import { useUnfinished } from '~/attachments/upload/useUploads';
import { createDraft, type DraftSummary } from '~/saving/draft/draft';
import { keepsText } from '~/saving/draft/draftState';
import type { ArtifactSnapshot } from '~/saving/draft/snapshot';
import { useDraftBase, useDraftSummary } from '~/saving/draft/useDraft';
import { newestKeeper } from '~/saving/keepNewest';
import { followingWords } from '~/saving/kept/KeptNotices';
import { isUnclear as isUnclearAt } from '~/saving/others/saveOther';
import { isOpenEnded } from '~/saving/others/wholeSave';
import { useConditions } from '~/saving/rules/useConditions';
import { type SaveResult, useSave } from '~/saving/useSave';
import { useElsewhere } from '../elsewhere/useElsewhere';
import { useKeptArtifact } from '../kept/useKeptArtifact';
import type { FoundSave } from '../kept/useLostSave';
import { type Gone, goneWords } from '../news/useEarlyWord';
import type { ArtifactEditor } from './editor';
import { noProblems, problemsBefore, refusalProblems } from './problems';
import { useFollowing } from './useFollowing';
import { usePrompt } from './usePrompt';

function isEmpty({ fields, hasComment }: DraftSummary): boolean {
  return fields.length === 0 && !hasComment;
}

/**
 * The state of one artifact page: draft, mode, save, problems and the conflict prompt. `latest` is what the cache holds,
 * `gone` why it cannot be read any more: then nothing is sent (features X11).
 */
export function useArtifactEditor(latest: ArtifactSnapshot, gone?: Gone): ArtifactEditor {
  const queryClient = useQueryClient();
  const [draft] = useState(() => createDraft(latest));
  const [keepNewest] = useState(() => newestKeeper(queryClient, latest.artifact.id));
  const [uploads] = useState(() => new Uploads());
  const unfinished = useUnfinished(uploads);
  const [isEditing, setIsEditing] = useState(false);
  const [found, setFound] = useState<FoundSave | null>(null);
  const onKept = { onFields: setIsEditing, onFound: setFound };
  const kept = useKeptArtifact(draft, { isEditing, uploads, ...onKept });
  const [problems, setProblems] = useState(noProblems);
  const [lock, setLock] = useState<string>();
  const { prompt, merging, ...prompts } = usePrompt(draft);
  const base = useDraftBase(draft);
  const summary = useDraftSummary(draft);
  const elsewhere = useElsewhere(draft);
  const conditions = useConditions(draft, base.tracker?.workflow ?? null);
  const saving = useSave(draft, { keep: kept.flush, onEnd });
  const isDirty = !isEmpty(summary);
  const isKeeping = keepsText(draft.state());
  const isIdle = !isDirty && !isEditing && !isKeeping && saving.step === null;
  const isBehind = useFollowing(draft, { latest, base, isIdle });
  const { result } = saving;
  const isStoredUnread =
    result?.outcome.kind === 'saved' && !result.outcome.news && base === result.sent.base;
  // Until it is clear what became of the last save, the newer version may be my own: nothing is merged or sent.
  const isUnclear =
    saving.step !== null ||
    isStoredUnread ||
    result?.outcome.kind === 'unknown' ||
    result?.others.some(isUnclearAt) ||
    kept.lost.state !== 'none';

  // Stored, but reading back failed then: once the server is read again, so is what stands between base and save (X8).
  const lookedAt = useRef(latest);
  useEffect(() => {
    if (!isStoredUnread || lookedAt.current === latest) return;
    lookedAt.current = latest;
    saving.lookAgain();
  });

  function onEnd(ended: SaveResult): void {
    const { outcome, sent } = ended;
    if (outcome.kind === 'conflict') {
      void keepNewest(outcome.theirs);
      prompts.ask(outcome);
      return;
    }
    // Nothing can be sent before it is clear what became of the rest: then it is asked.
    prompts.putBack(isOpenEnded(ended) ? undefined : outcome);
    if (outcome.kind === 'refused') {
      setIsEditing(true);
      setProblems(refusalProblems(outcome.error, sent));
      if (outcome.error.status === 403)
        setLock('The server does not let you change this artifact.');
    }
    if (outcome.kind === 'saved' || outcome.kind === 'unchanged') {
      setFound(null);
      setIsEditing(!isEmpty(draft.summary()));
      // At once: a page that is left now must not leave as a draft what has landed.
      void kept.flush();
    }
  }

  // Asked for while it is looked what became of the last save, or which other artifacts this one writes to: it goes out
  // once that is clear.
  const [isWaiting, setIsWaiting] = useState(false);
  useEffect(() => {
    if (!isWaiting || kept.lost.state === 'looking' || elsewhere.isChecking) return;
    setIsWaiting(false);
    save();
  });

  const check = () => problemsBefore(draft.state(), { elsewhere, conditions });

  function save(): void {
    setIsWaiting(kept.lost.state === 'looking' || elsewhere.isChecking);
    const problem = check();
    setProblems(problem);
    const isLocked =
      isUnclear || elsewhere.isChecking || unfinished.length > 0 || kept.isFollowing || gone;
    const isFine = problem.byField.size === 0 && problem.rest.length === 0;
    // After a prompt it may be that nothing is left to send: that is told too.
    const isWanted = prompt !== null || !isEmpty(draft.summary());
    if (isFine && isWanted && !isLocked) saving.save();
    else if (saving.step === null) prompts.close();
  }

  const goneFor = gone && goneWords[gone];
  const whyLocked = kept.isFollowing ? followingWords : (goneFor ?? lock);
  return {
    draft,
    base,
    summary,
    isDirty,
    isEditing,
    isKeeping,
    kept,
    edit() {
      kept.claim();
      setIsEditing(true);
    },
    discard() {
      uploads.cancelAll();
      draft.discard();
      saving.forget();
      setProblems(noProblems);
      setLock(undefined);
      setIsEditing(false);
      kept.dismiss();
      void kept.flush();
    },
    save,
    saving,
    uploads,
    unfinished,
    elsewhere,
    isStoredUnread,
    found,
    problems,
    check,
    // While it is looked what became of the last save, one may look at the next: it waits as a save does.
    canReview:
      isDirty &&
      prompt === null &&
      whyLocked === undefined &&
      (!isUnclear || kept.lost.state === 'looking'),
    lock: whyLocked,
    newer: isBehind && !isUnclear ? latest : undefined,
    mergeNow: () => merging.mutate(base),
    isMerging: merging.isPending,
    mergeError: merging.error,
    prompt,
    mergeBack: () => prompts.putBack(result?.outcome ?? found?.saved ?? undefined),
    saveMerged(merged) {
      if (whyLocked !== undefined || isUnclear) return;
      void keepNewest(merged.base);
      draft.become(merged);
      // Once it is drawn over that version it goes out as every save does; what is in its way is said in the form.
      setIsWaiting(true);
    },
    closePrompt: prompts.close,
  };
}
