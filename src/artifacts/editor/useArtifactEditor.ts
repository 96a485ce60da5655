import { useState } from 'react';
import { createDraft } from '~/saving/draft/draft';
import { keepsText } from '~/saving/draft/draftState';
import type { ArtifactSnapshot } from '~/saving/draft/snapshot';
import { useKeptArtifact } from '../kept/useKeptArtifact';
import type { Gone } from '../news/useEarlyWord';
import type { ArtifactEditor } from './editor';
import { isTyped } from './problems';
import { useFollowing } from './useFollowing';
import { useFormDraft } from './useFormDraft';
import { useSending } from './useSending';
import { useWaiting } from './useWaiting';

/**
 * The state of one artifact page: draft, mode, save, problems and the conflict prompt. `latest` is what the cache holds,
 * `gone` why it cannot be read any more: then nothing is sent (features X11).
 */
export function useArtifactEditor(latest: ArtifactSnapshot, gone?: Gone): ArtifactEditor {
  const form = useFormDraft(() => createDraft(latest));
  const { draft, base, uploads } = form;
  const [isEditing, setIsEditing] = useState(false);
  const kept = useKeptArtifact(draft, { isEditing, uploads, onFields: setIsEditing });
  const page = { form, kept, latest, gone, onFields: setIsEditing };
  const { prompts, clear, isUnclear, ...sending } = useSending(page);
  const { saving, lock } = sending;
  const { prompt, merging } = prompts;
  const isDirty = isTyped(form.summary);
  const isKeeping = keepsText(draft.state());
  const isIdle = !isDirty && !isEditing && !isKeeping && saving.step === null;
  const isBehind = useFollowing(draft, { latest, base, isIdle });
  // What of a killed save had landed is no part of the draft any more: only then it is merged.
  const isLooking = kept.lost.state === 'looking';
  const merge = useWaiting(isLooking, mergeNow);

  function mergeNow(): void {
    merge.wait(isLooking);
    if (!isUnclear && !kept.isFollowing && !gone) merging.mutate(base);
  }

  return {
    ...form,
    ...sending,
    isDirty,
    isEditing,
    isKeeping,
    kept,
    edit() {
      kept.claim();
      setIsEditing(true);
    },
    discard() {
      merge.wait(false);
      uploads.cancelAll();
      draft.discard();
      saving.takeBack();
      clear();
      setIsEditing(false);
      kept.dismiss();
      void kept.flush();
    },
    // While it is looked what became of the last save, one may look at the next: it waits as a save does.
    canReview: isDirty && prompt === null && lock === undefined && (!isUnclear || isLooking),
    newer: isBehind && !isUnclear ? latest : undefined,
    isUnclear,
    mergeNow,
    isMerging: merging.isPending || merge.isWaiting,
    mergeError: merging.error,
    prompt,
    mergeBack: () => prompts.putBack(saving.result?.outcome ?? kept.found?.saved ?? undefined),
  };
}
