import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { artifactQuery, artifactsByIdsQuery } from '~/api/artifacts/read';
import { changesetsKey } from '~/api/changesets/read';
import { ApiError } from '~/api/error';
import type { ArtifactSnapshot } from '~/saving/draft/snapshot';
import type { DraftHead } from '~/saving/kept/head';
import { draftHeadsQuery } from '~/saving/kept/heads';

/** Milliseconds between two looks at the server while the page is in sight (features X10). */
export const LOOK_EVERY = 20_000;

/** Why the artifact that is open can no longer be read, in words. */
export type Gone = 'deleted' | 'hidden';

export const goneWords: Record<Gone, string> = {
  deleted: 'This artifact was deleted while you had it open.',
  hidden: 'You may no longer see this artifact: its permissions changed.',
};

/** Of the drafts here only this: their list is another after every key that is kept, and the page is not drawn for that. */
function artifactIds(heads: readonly DraftHead[]): readonly number[] {
  return heads.flatMap((head) => (head.place === 'artifact' ? [head.id] : []));
}

/**
 * Looks every 20 s, only while the page is in sight, whether the open artifact is another: one request for it and for all
 * artifacts with a draft here. Only when something moved it is read anew. Gives why it cannot be read any more.
 */
export function useEarlyWord({ artifact }: ArtifactSnapshot): Gone | undefined {
  const queryClient = useQueryClient();
  const { id, last_modified_date: date, tracker } = artifact;
  const { data: others } = useQuery({ ...draftHeadsQuery(), select: artifactIds });
  const { data: seen, dataUpdatedAt } = useQuery({
    ...artifactsByIdsQuery([id, ...(others ?? [])]),
    enabled: others !== undefined,
    // The page itself has just read it.
    staleTime: LOOK_EVERY / 2,
    refetchInterval: LOOK_EVERY,
    refetchIntervalInBackground: false,
    placeholderData: (before) => before,
  });
  const now = seen?.find((one) => one.id === id);
  const isMissing = seen !== undefined && now === undefined;
  const isNews =
    isMissing ||
    (now !== undefined && (now.last_modified_date !== date || now.tracker.id !== tracker.id));
  // Again after every look that still finds it another: the read before may have failed.
  const newsAt = isNews ? dataUpdatedAt : 0;
  useEffect(() => {
    if (newsAt === 0) return;
    void queryClient.invalidateQueries({ queryKey: artifactQuery(id).queryKey, exact: true });
    // Of what is gone the history stays as it was read last, for the text that is to be copied.
    if (!isMissing) void queryClient.invalidateQueries({ queryKey: changesetsKey(id) });
  }, [newsAt, isMissing, id, queryClient]);
  const { error } = useQuery({ ...artifactQuery(id), enabled: false });
  if (!isMissing || !(error instanceof ApiError)) return undefined;
  if (error.status === 404) return 'deleted';
  return error.status === 403 ? 'hidden' : undefined;
}
