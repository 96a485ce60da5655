import { useEffect, useEffectEvent, useState } from 'react';
import { focusHeadIfLost } from '~/ui/page/headFocus';
import type { Further, Shown } from './useTimeline';

/** Where more was asked for: behind the last entry (1), or before the first one (-1). */
type Direction = 1 | -1;

/**
 * Loads more of a history and gives the focus to what came: to the new entry beside those that were there. The button that
 * asked stands behind all of it, or is gone with the last page.
 */
export function useFurtherFocus(shown: readonly Shown[]) {
  const [loaded, setLoaded] = useState<{ beside: number; direction: Direction } | null>(null);
  const focus = useEffectEvent(() => {
    const at = shown.findIndex(({ changeset }) => changeset.id === loaded?.beside);
    const entry = at < 0 || !loaded ? undefined : shown[at + loaded.direction];
    const head = entry && document.querySelector<HTMLElement>(headOf(entry.changeset.id));
    if (head) head.focus();
    else focusHeadIfLost();
  });
  useEffect(() => {
    if (loaded) focus();
  }, [loaded]);
  return async (further: Further, direction: Direction): Promise<void> => {
    const beside = (direction === 1 ? shown.at(-1) : shown[0])?.changeset.id ?? 0;
    await further.load();
    setLoaded({ beside, direction });
  };
}

/** What takes the focus of an entry of the history. */
function headOf(changeset: number): string {
  return `[data-changeset="${changeset}"] .history-head`;
}
