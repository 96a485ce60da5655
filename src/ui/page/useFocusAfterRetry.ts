import { useEffect, useEffectEvent, useRef } from 'react';

/**
 * For a way to try again that goes with its error, and takes the focus along: `focus` runs once the error is gone, where
 * somebody asked for that. Gives what to call when it is asked; a read that mends itself moves no focus.
 */
export function useFocusAfterRetry(error: Error | null, focus: () => void): () => void {
  const isAsked = useRef(false);
  const focusIt = useEffectEvent(focus);
  useEffect(() => {
    if (error || !isAsked.current) return;
    isAsked.current = false;
    focusIt();
  }, [error]);
  return () => {
    isAsked.current = true;
  };
}
