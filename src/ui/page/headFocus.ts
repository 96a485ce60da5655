import { useEffect, useRef } from 'react';

/** Gives the focus to this element where what held it is gone, without scrolling there. */
export function focusIfLost(target: HTMLElement | null): void {
  const isLost = document.activeElement === null || document.activeElement === document.body;
  if (isLost) target?.focus({ preventScroll: true });
}

/** The same to the page's heading. */
export function focusHeadIfLost(): void {
  focusIfLost(document.querySelector<HTMLElement>('main h1'));
}

/** The same when another thing is shown in the place of the one that `key` named. */
export function useHeadFocus(key: string): void {
  const shown = useRef(key);
  useEffect(() => {
    if (shown.current !== key) focusHeadIfLost();
    shown.current = key;
  }, [key]);
}
