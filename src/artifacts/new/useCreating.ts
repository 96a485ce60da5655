import { useEffect, useEffectEvent } from 'react';
import type { Tracker } from '~/api/trackers';
import type { CreateJob, CreateOutcome } from '~/saving/create/createArtifact';
import { type CreateHandle, type NotedTry, useCreate } from '~/saving/create/useCreate';
import type { Draft } from '~/saving/draft/draft';
import { createdChanges } from '~/saving/journal/journaledCreate';
import type { Blank } from './blankArtifact';
import type { KeptBlank } from './useKeptBlank';

interface Place {
  tracker: Tracker;
  draft: Draft<Blank>;
  kept: KeptBlank;
  /** A try came to an end, be it one of a killed tab. */
  onEnd(outcome: CreateOutcome, job: CreateJob, isTakenBack: boolean): void;
}

/**
 * Creating from a page, so that a tab may be killed meanwhile: a try is kept with the draft before it is sent, and looked
 * for first when the draft is opened again (features E16). `isLooking` until that is clear.
 */
export function useCreating({ tracker, draft, kept, onEnd }: Place): {
  creating: CreateHandle;
  isLooking: boolean;
} {
  const { adapter, session, reopened, state } = kept;
  const creating = useCreate({
    async onTry({ values }: CreateJob, { after, entry }: NotedTry): Promise<void> {
      adapter.setTried({ after, values: [...values], entry });
      await session.flush();
    },
    onEnd(outcome, job, isTakenBack) {
      if (outcome.kind === 'held' || outcome.kind === 'refused') {
        adapter.setTried(null);
        void session.flush();
      }
      onEnd(outcome, job, isTakenBack);
    },
  });
  const tried = state.role === 'editor' ? reopened?.tried : null;
  const look = useEffectEvent(({ after, values, entry }: NonNullable<typeof tried>) => {
    const state = draft.state();
    const changes = createdChanges(state, values);
    const what = { trackerId: tracker.id, fields: state.base.fields, values, changes };
    creating.lookFor(what, { after, entry });
  });
  useEffect(() => {
    if (tried) look(tried);
  }, [tried]);
  return { creating, isLooking: Boolean(reopened?.tried) && creating.outcome === null };
}
