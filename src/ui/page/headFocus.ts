import { useEffect, useRef } from 'react';

/** Gives the focus to the page's heading where what held it is gone, without scrolling there. */
export function focusHeadIfLost(): void {
  const isLost = document.activeElement === null || document.activeElement === document.body;
  if (isLost) document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true });
}

/** The same when another thing is shown in the place of the one that `key` named. */
export function useHeadFocus(key: string): void {
  const shown = useRef(key);
  useEffect(() => {
    if (shown.current !== key) focusHeadIfLost();
    shown.current = key;
  }, [key]);
}
