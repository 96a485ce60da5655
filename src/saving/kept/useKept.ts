import { useEffect, useState, useSyncExternalStore } from 'react';
import { KeptSession, type KeptState, type KeptThing } from './session';

export interface Kept {
  session: KeptSession;
  state: KeptState;
}

/** Keeps a draft for as long as its page is there; `onTyping` tells of every change in it. */
export function useKept(
  thing: () => KeptThing,
  onTyping: (listener: () => void) => () => void,
): Kept {
  const [session] = useState(() => new KeptSession(thing()));
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
