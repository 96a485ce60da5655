import { type KeyboardEvent, type RefObject, useEffect, useEffectEvent, useRef } from 'react';

/** One step with the arrows through the text and the buttons of what was found; none beyond the ends. */
function step(event: KeyboardEvent, places: readonly (Element | null | undefined)[]): void {
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (by === undefined || event.nativeEvent.isComposing) return;
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const at = places.indexOf(document.activeElement);
  const next = at < 0 ? undefined : places[at + by];
  if (!(next instanceof HTMLElement)) return;
  event.preventDefault();
  next.focus();
}

/**
 * The keys of a text that is searched for. Enter takes the one that was found, or goes to the first of several; where the
 * search still runs, it means what that will find. Up and down go through what was found, and back to the text.
 * `results` holds the found ones, each with its button; `isAwaited` is forgotten when something else is typed (`forget`).
 */
export function useTaking(
  input: RefObject<HTMLElement | null>,
  results: RefObject<HTMLElement | null>,
  {
    count,
    isSearching,
    isEmpty,
    takeNamed,
  }: {
    count: number;
    isSearching: boolean;
    isEmpty: boolean;
    /** Takes the one that the text names by its number; undefined where it names none that can be taken. */
    takeNamed: (() => void) | undefined;
  },
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
    walk(event: KeyboardEvent): void {
      const buttons = results.current?.querySelectorAll<HTMLElement>('li > button') ?? [];
      step(event, [input.current, ...buttons]);
    },
    key(event: KeyboardEvent): void {
      if (event.nativeEvent.isComposing) return;
      if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || isEmpty) return;
      event.preventDefault();
      // What stands there was found for an earlier text.
      if (!isSearching) take();
      // A number needs no search: who types the next one at once must not write on behind this one.
      else if (takeNamed) takeNamed();
      else isAwaited.current = true;
    },
    forget(): void {
      isAwaited.current = false;
    },
  };
}
