import { useSyncExternalStore } from 'react';
import { readStored, writeStored } from '~/lib/storage';

export interface KeptSwitch {
  set(next: boolean): void;
  /** A hook: whether it is on; renders again when it is set. */
  useIsOn(): boolean;
}

/** A yes or no of this person, off at first, kept per browser; without storage it lasts as long as the page. */
export function keptSwitch(key: string): KeptSwitch {
  const listeners = new Set<() => void>();
  let unstored: boolean | undefined;
  const isOn = () => unstored ?? readStored(key) === 'on';
  function subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }
  return {
    set(next) {
      unstored = writeStored(key, next ? 'on' : null) ? undefined : next;
      for (const listener of listeners) listener();
    },
    useIsOn: () => useSyncExternalStore(subscribe, isOn),
  };
}
