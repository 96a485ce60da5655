import type { QueryClient } from '@tanstack/react-query';
import { artifactQuery } from '~/api/artifacts';
import { changesetsQuery } from '~/api/changesets';
import type { ArtifactSnapshot } from './draft/snapshot';

/**
 * Puts a version that a save or a merge has read into the cache; its history is asked for anew. A read that began before
 * is stopped first: ending later, it would bring the older version back.
 */
export async function keepNewest(
  queryClient: QueryClient,
  newest: ArtifactSnapshot,
): Promise<void> {
  const { id } = newest.artifact;
  const { queryKey } = artifactQuery(id);
  await queryClient.cancelQueries({ queryKey, exact: true });
  queryClient.setQueryData(queryKey, newest);
  void queryClient.invalidateQueries({ queryKey: changesetsQuery(id).queryKey });
}
