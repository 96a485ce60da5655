import { type KeyboardEvent, type RefObject, useEffect, useEffectEvent, useRef } from 'react';

/**
 * The Enter key in a text that is searched for: takes the one that was found, or goes to the first of several. Where the
 * search still runs, it means what that will find. `results` holds the found ones, each with its button; `isAwaited` is
 * forgotten when something else is typed (`forget`).
 */
export function useTaking(
  results: RefObject<HTMLElement | null>,
  { count, isSearching, isEmpty }: { count: number; isSearching: boolean; isEmpty: boolean },
) {
  const isAwaited = useRef(false);
  function take(): void {
    const button = results.current?.querySelector('button');
    // Where there is a choice, it is not made by a key that was meant for the text; what cannot be taken says why.
    const canTake = button?.getAttribute('aria-disabled') !== 'true';
    if (count === 1 && canTake) button?.click();
    else button?.focus();
  }
  const takeFound = useEffectEvent(take);
  useEffect(() => {
    if (isSearching || !isAwaited.current) return;
    isAwaited.current = false;
    takeFound();
  }, [isSearching]);
  return {
    key(event: KeyboardEvent): void {
      if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || isEmpty) return;
      event.preventDefault();
      // What stands there was found for an earlier text.
      if (isSearching) isAwaited.current = true;
      else take();
    },
    forget(): void {
      isAwaited.current = false;
    },
  };
}
