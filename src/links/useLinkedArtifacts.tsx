import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { artifactsByIdsQuery } from '~/api/artifacts/read';
import { explain } from '~/api/explain';
import { TextButton } from '~/ui/button/TextButton';
import { focusHeadIfLost } from '~/ui/page/headFocus';
import { useFocusAfterRetry } from '~/ui/page/useFocusAfterRetry';
import { type LinkedArtifact, linkedArtifacts } from './linkedArtifacts';

const nothingKnown: ReadonlyMap<number, LinkedArtifact> = new Map();

/**
 * Titles, status and trackers of the linked artifacts, asked for at once; with what to say when that failed. While others
 * are asked for, those known before stand (`isAnswered` is false then).
 */
export function useLinkedArtifacts(ids: readonly number[]) {
  const { data, error, refetch, isPlaceholderData } = useQuery({
    ...artifactsByIdsQuery(ids),
    enabled: ids.length > 0,
    placeholderData: keepPreviousData,
    select: linkedArtifacts,
  });
  const noteRetry = useFocusAfterRetry(error, focusHeadIfLost);
  function retry(): void {
    noteRetry();
    void refetch();
  }
  const note: ReactNode = error ? (
    <p className="meta link-note" role="status">
      {explain(error, 'read the titles').title}. <TextButton onClick={retry}>Try again</TextButton>
    </p>
  ) : null;
  return {
    artifacts: data ?? nothingKnown,
    note,
    isAnswered: data !== undefined && !isPlaceholderData,
  };
}
