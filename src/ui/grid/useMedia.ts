import { useCallback, useSyncExternalStore } from 'react';

/** Too narrow for more than three columns. */
export const NARROW = '(max-width: 600px)';
/** A finger, or a narrow screen: rows are 44 px high instead of 32 (shared/design.md, "Space"). */
export const ROOMY = '(pointer: coarse), (max-width: 480px)';

/** True while the media query holds. */
export function useMedia(query: string): boolean {
  const subscribe = useCallback(
    (listener: () => void) => {
      const list = matchMedia(query);
      list.addEventListener('change', listener);
      return () => list.removeEventListener('change', listener);
    },
    [query],
  );
  return useSyncExternalStore(subscribe, () => matchMedia(query).matches);
}
