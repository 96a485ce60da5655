import { useEffect, useEffectEvent, useState } from 'react';
import { focusHeadIfLost } from '~/ui/page/headFocus';
import type { Further, Shown } from './useTimeline';

/** Where more was asked for: behind the last entry (1), or before the first one (-1). */
type Direction = 1 | -1;

interface Loaded {
  beside: number;
  direction: Direction;
  /** The button that was pressed. */
  asker: Element | null;
}

/**
 * Loads more of a history and gives the focus to what came: to the new entry beside those that were there. The button that
 * asked stands behind all of it, or is gone with the last page.
 */
export function useFurtherFocus(shown: readonly Shown[]) {
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const focus = useEffectEvent(() => {
    const at = shown.findIndex(({ changeset }) => changeset.id === loaded?.beside);
    const entry = at < 0 || !loaded ? undefined : shown[at + loaded.direction];
    const head = entry && document.querySelector<HTMLElement>(headOf(entry.changeset.id));
    // Who has gone elsewhere meanwhile, to type, stays there.
    const { activeElement } = document;
    const isElsewhere = activeElement !== loaded?.asker && activeElement !== document.body;
    if (head && !isElsewhere) head.focus();
    else focusHeadIfLost();
  });
  useEffect(() => {
    if (loaded) focus();
  }, [loaded]);
  return async (further: Further, direction: Direction): Promise<void> => {
    const beside = (direction === 1 ? shown.at(-1) : shown[0])?.changeset.id ?? 0;
    const asker = document.activeElement;
    await further.load();
    setLoaded({ beside, direction, asker });
  };
}

/** What takes the focus of an entry of the history. */
function headOf(changeset: number): string {
  return `[data-changeset="${changeset}"] .history-head`;
}
