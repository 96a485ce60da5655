import { useState } from 'react';
import type { Tracker } from '~/api/trackers';
import type { Uploads } from '~/attachments/upload/uploads';
import type { Draft } from '~/saving/draft/draft';
import { type BlankAdapter, blankAdapter, type ReopenedBlank } from '~/saving/kept/blankAdapter';
import type { KeptSession, KeptState } from '~/saving/kept/session/session';
import { useKept } from '~/saving/kept/session/useKept';
import type { Blank } from './blankArtifact';

/** What the form of a new artifact knows of its draft in this browser. */
export interface KeptBlank {
  adapter: BlankAdapter;
  session: KeptSession;
  state: KeptState;
  /** The draft that was there when the form was opened, until it is dismissed. */
  reopened: ReopenedBlank | null;
  dismiss(): void;
}

interface Place {
  tracker: Tracker;
  /** Tells several new artifacts of one tracker apart. */
  draftKey: string;
  uploads: Uploads;
}

/** Keeps what is filled in for a new artifact in this browser. */
export function useKeptBlank(
  draft: Draft<Blank>,
  { tracker, draftKey, uploads }: Place,
): KeptBlank {
  const [reopened, setReopened] = useState<ReopenedBlank | null>(null);
  const [adapter] = useState(() =>
    blankAdapter(draft, { tracker, key: draftKey, uploads, onReopened: setReopened }),
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
  return {
    adapter,
    session,
    state,
    reopened: state.status.state === 'kept' ? reopened : null,
    dismiss() {
      adapter.forgetLeft();
      setReopened(null);
      session.touch();
    },
  };
}
