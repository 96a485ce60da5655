import { useEffect, useMemo } from 'react';
import { equal } from '~/lib/equal';
import type { Draft } from '~/saving/draft/draft';
import { emptyDraft } from '~/saving/draft/draftState';
import type { ArtifactSnapshot } from '~/saving/draft/snapshot';

/** Whether two reads saw two versions, by the server's own words: they are of a second (features D2). */
export function isOtherVersion(a: ArtifactSnapshot, b: ArtifactSnapshot): boolean {
  return a.etag !== b.etag || a.artifact.last_modified_date !== b.artifact.last_modified_date;
}

interface Versions {
  /** What the cache holds. */
  latest: ArtifactSnapshot;
  /** What the draft starts from. */
  base: ArtifactSnapshot;
  /** Nothing is typed, kept or under way. */
  isIdle: boolean;
}

/**
 * A draft is never fed by a refetch; where nothing was typed, the page follows the server. Gives whether there is a newer
 * version that the page does not follow.
 */
export function useFollowing(draft: Draft, { latest, base, isIdle }: Versions): boolean {
  const isNewer = latest !== base && isOtherVersion(latest, base);
  // Links of others and sums come and go without a changeset here: nothing to merge, but to be shown.
  const isFresher = useMemo(
    () => latest !== base && !equal(latest.artifact.values, base.artifact.values),
    [latest, base],
  );
  const canFollow = (isNewer || isFresher) && isIdle;
  useEffect(() => {
    if (canFollow) draft.become(emptyDraft(latest));
  }, [canFollow, draft, latest]);
  return isNewer && !canFollow;
}
