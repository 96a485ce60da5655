import { useEffect, useRef } from 'react';
import type { ArtifactSnapshot } from '~/saving/draft/snapshot';
import { isUnclear as isUnclearAt } from '~/saving/others/saveOther';
import { isOpenEnded } from '~/saving/others/wholeSave';
import type { SaveHandle } from '~/saving/useSave';
import type { LostSave } from '../kept/useLostSave';

interface Versions {
  /** What the cache holds. */
  latest: ArtifactSnapshot;
  /** What the draft starts from. */
  base: ArtifactSnapshot;
}

/** What is known of the last save. */
export interface LastSave {
  /** Stored, but not read back yet. */
  isStoredUnread: boolean;
  /** Until it is clear what became of it, the newer version may be my own: nothing is merged or sent. */
  isUnclear: boolean;
}

/** Follows the last save of a page, or that of a killed tab (`lost`), and reads back what could not be read then. */
export function useLastSave(
  saving: SaveHandle,
  { lost, latest, base }: Versions & { lost: LostSave },
): LastSave {
  const { result, step } = saving;
  const isStoredUnread =
    result?.outcome.kind === 'saved' && !result.outcome.news && base === result.sent.base;

  // Once the server is read again, so is what stands between base and save (features X8).
  const lookedAt = useRef(latest);
  useEffect(() => {
    if (!isStoredUnread || lookedAt.current === latest) return;
    lookedAt.current = latest;
    saving.lookAgain();
  });

  const isUnclear =
    step !== null ||
    isStoredUnread ||
    (result?.outcome.kind === 'unknown' && isOpenEnded(result)) ||
    result?.others.some(isUnclearAt) ||
    lost.state !== 'none';
  return { isStoredUnread, isUnclear };
}
