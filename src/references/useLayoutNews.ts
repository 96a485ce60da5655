import { useEffectEvent, useLayoutEffect } from 'react';

/** Tells when what is shown is another, before it is painted. */
export function useLayoutNews(content: unknown, onNews: () => void): void {
  const tell = useEffectEvent(onNews);
  useLayoutEffect(() => {
    if (content) tell();
  }, [content]);
}
