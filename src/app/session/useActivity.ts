import { useEffect, useEffectEvent } from 'react';

/**
 * Calls `onActive` at the first key or press of the person, outside of status messages, while `isWatched`: whoever works on
 * is there. Presses in a status message are answers to it.
 */
export function useActivity(isWatched: boolean, onActive: () => void): void {
  const tell = useEffectEvent(onActive);
  useEffect(() => {
    if (!isWatched) return;
    const ending = new AbortController();
    const hear = ({ target }: Event) => {
      if (target instanceof Element && target.closest('[role="status"]')) return;
      ending.abort();
      tell();
    };
    for (const type of ['keydown', 'pointerdown']) {
      window.addEventListener(type, hear, { capture: true, signal: ending.signal });
    }
    return () => ending.abort();
  }, [isWatched]);
}
