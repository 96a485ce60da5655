import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { askedRows, mergeArtifact, rebased } from '~/conflicts/mergeArtifact';
import { equal } from '~/lib/equal';
import type { Draft } from '~/saving/draft/draft';
import type { DraftState } from '~/saving/draft/draftState';
import type { ArtifactSnapshot } from '~/saving/draft/snapshot';
import { useDraftBase } from '~/saving/draft/useDraft';
import { newestKeeper } from '~/saving/keepNewest';
import type { SaveOutcome } from '~/saving/machine/states';
import { mergeBackOf } from '~/saving/mergeBack';
import { type EndedSave, isDiscarded, isOpenEnded } from '~/saving/others/wholeSave';
import { readNews } from '~/saving/restPort';
import type { Prompt } from './editor';
import { isOtherVersion } from './useFollowing';

/** The prompt for what a save replaced unseen; null where it replaced nothing. */
function backPrompt(outcome: SaveOutcome | undefined, draft: Draft): Prompt | null {
  const back = outcome?.kind === 'saved' ? mergeBackOf(outcome, draft.state()) : null;
  return back && outcome?.kind === 'saved' ? { ...back, since: outcome.overtaken } : null;
}

/** Merging before saving: reads the newest version and what led to it. */
function useMergeNow(draft: Draft, onNews: (prompt: Prompt) => void) {
  return useMutation({
    mutationFn: (base: ArtifactSnapshot) => readNews(base),
    onSuccess({ version, since }, base) {
      const state = draft.state();
      // A save that ended meanwhile has moved the draft: there is nothing left to merge with that version.
      if (state.base !== base) return;
      const rows = mergeArtifact(state, version);
      // Nothing for a person to decide: what others did comes in, what was typed stays.
      if (askedRows(rows).length === 0)
        draft.become(rebased(state, version, { rows, decisions: new Map() }));
      else onNews({ draft: state, theirs: version, since });
    },
  });
}

/**
 * Whether the draft has moved to another version without the prompt: a save of a killed tab was found, and what it stored,
 * with its comment, is no part of the draft any more. One that was read anew is the same version.
 */
function isStale({ draft, theirs, onto }: Prompt, base: ArtifactSnapshot): boolean {
  return !onto && base !== theirs && isOtherVersion(base, draft.base);
}

/**
 * What was merged over what a save had replaced, with what came into the draft while the prompt was open: an upload may
 * have ended. Another prompt shows the draft as it is by then.
 */
function withSince(merged: DraftState, { draft: then }: Prompt, now: DraftState): DraftState {
  const since = [...now.values].filter(([id, value]) => !equal(value, then.values.get(id)));
  return { ...merged, values: new Map([...merged.values, ...since]) };
}

/** The conflict prompt of a page, and what opens it. */
export function usePrompt(draft: Draft) {
  const queryClient = useQueryClient();
  const [keepNewest] = useState(() => newestKeeper(queryClient, draft.state().base.artifact.id));
  const [prompt, setPrompt] = useState<Prompt | null>(null);
  const base = useDraftBase(draft);
  const merging = useMergeNow(draft, setPrompt);
  /** Opens it for what a save replaced unseen; closes it where there is nothing of the kind. */
  const putBack = (outcome: SaveOutcome | undefined) => setPrompt(backPrompt(outcome, draft));
  return {
    prompt: prompt && isStale(prompt, base) ? null : prompt,
    merging,
    putBack,
    /** Opens it where a save found that somebody was first, or replaced something unseen. */
    afterSave(ended: EndedSave): void {
      const { outcome } = ended;
      if (outcome.kind === 'conflict') {
        void keepNewest(outcome.theirs);
        if (isDiscarded(ended)) return;
        setPrompt({ draft: draft.state(), theirs: outcome.theirs, since: outcome.since });
        return;
      }
      // Nothing can be sent before it is clear what became of the rest: then it is asked.
      putBack(isOpenEnded(ended) ? undefined : outcome);
    },
    /** What was merged becomes the draft, over the version that it was merged with. */
    take(merged: DraftState): void {
      void keepNewest(merged.base);
      draft.become(prompt?.onto ? withSince(merged, prompt, draft.state()) : merged);
    },
    close: () => setPrompt(null),
  };
}
