import { useEffect, useEffectEvent, useRef } from 'react';
import type { Option } from './options';

/**
 * Enter on a text that means nothing yet, because what the server finds for it is still on the way: `take` is called with
 * the option that it turns out to mean, unless something else is typed before. Gives what to call at that Enter; nothing
 * is chosen where several have those words.
 */
export function useAwaited(
  text: string,
  meant: Option | undefined,
  take: (option: Option) => void,
): () => void {
  const awaited = useRef<string | null>(null);
  const takeMeant = useEffectEvent(take);
  useEffect(() => {
    const isSame = awaited.current === text;
    if (isSame && meant === undefined) return;
    awaited.current = null;
    if (isSame && meant) takeMeant(meant);
  }, [text, meant]);
  return () => {
    awaited.current = text;
  };
}
