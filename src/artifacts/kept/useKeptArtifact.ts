import { useEffect, useState } from 'react';
import type { Uploads } from '~/attachments/upload/uploads';
import type { Draft } from '~/saving/draft/draft';
import type { LeftValue } from '~/saving/kept/artifactParts';
import type { KeptSession, KeptState } from '~/saving/kept/session/session';
import { useKept } from '~/saving/kept/session/useKept';
import { artifactAdapter, type Reopened } from './artifactAdapter';
import { useHandOver } from './handOver';
import { type FoundSave, type LostSave, useLostSave } from './useLostSave';

/** What the page of an artifact knows of its draft in this browser. */
export interface KeptArtifact {
  /** For the line that says when it was kept last. */
  session: KeptSession;
  status: KeptState['status'];
  /** What this browser kept was looked for, and is in the draft if there was something. */
  isReady: boolean;
  /** What is told of the draft that was there when the page was opened, until nothing of it is left or it is dismissed. */
  reopened: Reopened | null;
  /** What of the draft has no place in the artifact any more, until it is dismissed. */
  left: readonly LeftValue[];
  /** A save of a killed tab, which may have landed. */
  lost: LostSave;
  /** What of that save had landed, with whom it overtook; null once something is saved here. */
  found: FoundSave | null;
  /** The person has read about it; what has no place any more goes. */
  dismiss(): void;
  /** Another tab edits: this one shows what is typed there. */
  isFollowing: boolean;
  editHere(): void;
  /** The person begins to edit here. */
  claim(): void;
  flush(): Promise<void>;
  /** Something is saved here. At once: a page that is left now must not leave as a draft what has landed. */
  afterSave(): void;
}

interface Page {
  isEditing: boolean;
  /** Files on their way: what of them does not arrive is said when the draft is opened again. */
  uploads: Uploads;
  /** What came back, or what another tab typed, needs the form open, or no longer. */
  onFields(hasFields: boolean): void;
}

/** Keeps the draft of an artifact's page in this browser. */
export function useKeptArtifact(
  draft: Draft,
  { isEditing, uploads, onFields }: Page,
): KeptArtifact {
  const [reopened, setReopened] = useState<Reopened | null>(null);
  const [told, setTold] = useState<Reopened | null>(null);
  const [left, setLeft] = useState<readonly LeftValue[]>([]);
  const [found, setFound] = useState<FoundSave | null>(null);
  const [adapter] = useState(() =>
    artifactAdapter(draft, {
      uploads,
      onReopened(of, isOfBrowser) {
        setTold(of);
        // Only what it keeps may have been sent by a tab that was killed.
        if (isOfBrowser) setReopened(of);
      },
      onLeft: setLeft,
      onFollowed: onFields,
    }),
  );
  // What is typed from then on is another draft.
  useEffect(
    () => draft.subscribe('summary', () => adapter.head() === null && setTold(null)),
    [draft, adapter],
  );
  const { session, state } = useKept(
    () => adapter,
    (listener) => {
      const stops = [draft.subscribe('all', listener), uploads.subscribe(listener)];
      return () => {
        for (const stop of stops) stop();
      };
    },
  );
  useHandOver(session, adapter);
  const isKept = state.status.state === 'kept';
  const lost = useLostSave(draft, {
    ...{ reopened, isEditor: state.role === 'editor' },
    ...{ onFields, onFound: setFound },
  });
  // While it is looked what became of a killed save, the seat is kept, though the draft may be empty by then: without it
  // the look would end unheard.
  const isLooking = state.role === 'editor' && lost.state === 'looking';
  // Nothing is edited here any more: another tab may begin.
  useEffect(() => {
    if (!isEditing && !isKept && !isLooking) session.release();
  }, [isEditing, isKept, isLooking, session]);
  function dismiss(): void {
    adapter.forgetLeft();
    setTold(null);
    session.touch();
  }
  return {
    session,
    status: state.status,
    isReady: state.isReady,
    reopened: told,
    left,
    lost: {
      state: state.role === 'follower' ? 'none' : lost.state,
      again() {
        session.claim();
        lost.again();
      },
    },
    found,
    afterSave() {
      setFound(null);
      void session.flush();
    },
    dismiss,
    isFollowing: state.role === 'follower',
    editHere: () => session.editHere(),
    claim: () => session.claim(),
    flush: () => session.flush(),
  };
}
