import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { ApiError } from '~/api/error';
import { oneProfile } from '~/api/signIn/oneProfile';
import type { Draft } from '~/saving/draft/draft';
import { afterSave } from '~/saving/draft/draftState';
import { endLater } from '~/saving/journal/journal';
import { openTries, resumed } from '~/saving/journal/resume';
import { newestKeeper } from '~/saving/keepNewest';
import type { KeepStatus } from '~/saving/kept/keeper';
import { useKept } from '~/saving/kept/useKept';
import { readNews } from '~/saving/restPort';
import { toast } from '~/ui/overlay/toasts';
import { artifactThing, type Reopened } from './artifactThing';

/** What the page of an artifact knows of its draft in this browser. */
export interface KeptArtifact {
  status: KeepStatus;
  /** The draft that was there when the page was opened, until it is saved, thrown away or dismissed. */
  reopened: Reopened | null;
  /** The person has read about it; what has no place any more goes. */
  dismiss(): void;
  /** Another tab edits: this one shows what is typed there. */
  isFollowing: boolean;
  editHere(): void;
  /** The person begins to edit here. */
  claim(): void;
  flush(): Promise<void>;
}

interface LostFacts extends Pick<Page, 'onFields'> {
  reopened: Reopened | null;
  isEditor: boolean;
}

interface Page {
  isEditing: boolean;
  /** What came back, or what another tab typed, needs the form open, or no longer. */
  onFields(hasFields: boolean): void;
}

/**
 * A save of a tab that was killed, or whose answer never came: when it landed, the draft is freed of what it stored, so
 * that nothing is sent twice (features E16). Where the server cannot be read now, the draft stays as it is.
 */
function useLostSave(draft: Draft, { reopened, isEditor, onFields }: LostFacts): void {
  const queryClient = useQueryClient();
  useEffect(() => {
    if (!reopened || !isEditor) return;
    const { kept } = reopened;
    const opened = draft.state();
    const profile = oneProfile();
    const keepNewest = newestKeeper(queryClient, kept.base.artifact.id);
    async function look(): Promise<void> {
      const tries = await openTries(kept.base.artifact.id);
      if (tries.length === 0) return;
      const news = await profile.read(readNews)(kept.base);
      const found = resumed(kept, tries, news);
      if (!found || draft.state() !== opened) return;
      await keepNewest(news.version);
      draft.become(afterSave(kept, found.sent, news.version));
      onFields(draft.summary().fields.length > 0);
      await endLater(profile.scope, found.id, {
        outcome: 'landed',
        changeset: found.changeset.id,
        message: '',
      });
      toast(
        `Your last save had landed as changeset ${found.changeset.id}, before its end was seen.`,
      );
    }
    look().catch((error: unknown) => {
      if (!(error instanceof ApiError)) throw error;
    });
  }, [draft, reopened, isEditor, queryClient, onFields]);
}

/** Keeps the draft of an artifact's page in this browser. */
export function useKeptArtifact(draft: Draft, { isEditing, onFields }: Page): KeptArtifact {
  const [reopened, setReopened] = useState<Reopened | null>(null);
  const [thing] = useState(() =>
    artifactThing(draft, { onReopened: setReopened, onFollowed: onFields }),
  );
  const { session, state } = useKept(
    () => thing,
    (listener) => draft.subscribe('all', listener),
  );
  const isKept = state.status.state === 'kept';
  useLostSave(draft, { reopened, isEditor: state.role === 'editor', onFields });
  // Nothing is edited here any more: another tab may begin.
  useEffect(() => {
    if (!isEditing && !isKept) session.release();
  }, [isEditing, isKept, session]);
  return {
    status: state.status,
    reopened: isKept ? reopened : null,
    dismiss() {
      thing.forgetLeft();
      setReopened(null);
      session.touch();
    },
    isFollowing: state.role === 'follower',
    editHere: () => session.editHere(),
    claim: () => session.claim(),
    flush: () => session.flush(),
  };
}
