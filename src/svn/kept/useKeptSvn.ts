import { useEffect, useRef, useState } from 'react';
import type { LeftValue } from '~/saving/kept/artifactParts';
import type { KeptSession, KeptState } from '~/saving/kept/session/session';
import { useKept } from '~/saving/kept/session/useKept';
import { type ReopenedSvn, type SvnDraft, svnAdapter } from '~/saving/kept/svnAdapter';

/** What the page of a repository knows of its draft in this browser. */
export interface KeptSettings {
  session: KeptSession;
  state: KeptState;
  isFollowing: boolean;
  /** The draft that was there when the page was opened, until it is merged, saved, thrown away or dismissed. */
  reopened: ReopenedSvn | null;
  dismiss(): void;
  /** What of it had no place beside what was typed here before, until it is thrown away or dismissed. */
  left: readonly LeftValue[];
  dismissLeft(): void;
  /** The draft is thrown away: nothing is told of it any more. */
  forget(): void;
  /** The repository is gone: nothing of it has to be kept. */
  end(): void;
}

/** Keeps the draft of a repository's settings in this browser; `become` puts another one in its place. */
export function useKeptSvn(draft: SvnDraft, become: (draft: SvnDraft) => void): KeptSettings {
  const { base, form } = draft;
  const now = useRef(draft);
  const put = useRef<SvnDraft | null>(null);
  const isEnded = useRef(false);
  const [listeners] = useState(() => new Set<() => void>());
  const [reopened, setReopened] = useState<ReopenedSvn | null>(null);
  const [left, setLeft] = useState<readonly LeftValue[]>([]);
  const { session, state } = useKept(
    () =>
      svnAdapter({
        read: () => now.current,
        become(next) {
          now.current = next;
          put.current = next;
          become(next);
        },
        onReopened: setReopened,
        onLeft: setLeft,
        isEnded: () => isEnded.current,
      }),
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  );
  useEffect(() => {
    const isPut = put.current?.base === base && put.current.form === form;
    now.current = { base, form };
    // What came from the browser was not typed here.
    if (!isPut) for (const listener of listeners) listener();
  }, [base, form, listeners]);
  const isKept = state.status.state === 'kept';
  // What is told of it is said of the version that the draft stood over then.
  const isAsTold = reopened?.base === base && (isKept || reopened.isStored);
  return {
    session,
    state,
    isFollowing: state.role === 'follower',
    reopened: isAsTold ? reopened : null,
    dismiss: () => setReopened(null),
    left,
    dismissLeft: () => setLeft([]),
    forget() {
      setReopened(null);
      setLeft([]);
    },
    end() {
      isEnded.current = true;
      void session.flush();
    },
  };
}
