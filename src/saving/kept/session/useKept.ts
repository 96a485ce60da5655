import { useEffect, useState, useSyncExternalStore } from 'react';
import type { DraftAdapter } from './adapter';
import { KeptSession, type KeptState } from './session';

export interface Kept {
  session: KeptSession;
  state: KeptState;
}

/** Keeps a draft for as long as its page is there; `onTyping` tells of every change in it. */
export function useKept(
  adapter: () => DraftAdapter,
  onTyping: (listener: () => void) => () => void,
): Kept {
  const [session] = useState(() => new KeptSession(adapter()));
  const state = useSyncExternalStore(session.subscribe, session.state);
  const [subscribe] = useState(() => onTyping);
  useEffect(() => {
    const stop = session.start();
    const stopHearing = subscribe(() => session.touch());
    return () => {
      stopHearing();
      stop();
    };
  }, [session, subscribe]);
  return { session, state };
}
