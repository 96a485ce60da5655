import { useEffectEvent, useLayoutEffect } from 'react';

/** Tells when what is shown is another, before it is painted. */
export function useSettled(content: unknown, onSettled: () => void): void {
  const tell = useEffectEvent(onSettled);
  useLayoutEffect(() => {
    if (content) tell();
  }, [content]);
}
