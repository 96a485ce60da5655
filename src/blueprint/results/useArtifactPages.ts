import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';
import { artifactsQuery } from '~/api/blueprint/artifacts';
import type { ArtifactsOptions } from '~/api/blueprint/artifactsRequest';

/**
 * The pages of one request and the reading of the rest. Reading all goes page after page and can be stopped; a page that
 * fails ends it, what is loaded stays, and trying again goes on from there.
 */
export function useArtifactPages(projectId: number, options: ArtifactsOptions) {
  const query = useInfiniteQuery(artifactsQuery(projectId, options));
  const { data, fetchNextPage } = query;
  const [isReadingAll, setIsReadingAll] = useState(false);
  const reading = useRef<AbortController>(null);
  const asked = JSON.stringify([projectId, options]);
  // Another request, or another page: what was being read is no longer wanted.
  useEffect(() => () => reading.current?.abort(asked), [asked]);
  const pages = data?.pages;
  const artifacts = useMemo(() => pages?.flatMap((page) => page.artifacts) ?? [], [pages]);
  async function readAll(): Promise<void> {
    const stop = new AbortController();
    reading.current = stop;
    setIsReadingAll(true);
    let isMore = true;
    while (isMore && !stop.signal.aborted) {
      const { hasNextPage, isFetchNextPageError } = await fetchNextPage();
      isMore = hasNextPage && !isFetchNextPageError;
    }
    if (reading.current === stop) setIsReadingAll(false);
  }
  return {
    query,
    pages: pages ?? [],
    artifacts,
    next: () => void fetchNextPage(),
    isReadingAll,
    readAll: () => void readAll(),
    stop: () => reading.current?.abort(),
  };
}
