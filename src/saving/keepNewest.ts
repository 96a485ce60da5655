import type { QueryClient } from '@tanstack/react-query';
import { artifactQuery } from '~/api/artifacts/read';
import { changesetsKey } from '~/api/changesets/read';
import type { ArtifactSnapshot } from './draft/snapshot';

/**
 * Gives what puts a version that a save or a merge has read into the cache, where the history is asked for anew. A read
 * that began before is stopped first: ending later, it would bring the older version back. Its place is that of the
 * profile of now: taken before anything is awaited, as the same number is another artifact at another server (features C1).
 */
export function newestKeeper(
  queryClient: QueryClient,
  id: number,
): (newest: ArtifactSnapshot) => Promise<void> {
  const { queryKey } = artifactQuery(id);
  const history = changesetsKey(id);
  return async (newest) => {
    await queryClient.cancelQueries({ queryKey, exact: true });
    const { tracker } = newest;
    // A version that this browser kept says nothing of its tracker: then it is read again.
    if (tracker) queryClient.setQueryData(queryKey, { ...newest, tracker });
    else void queryClient.invalidateQueries({ queryKey, exact: true });
    void queryClient.invalidateQueries({ queryKey: history });
  };
}
