import { type QueryClient, queryOptions } from '@tanstack/react-query';
import {
  type ArtifactPageRequest,
  artifactPage,
  type Criteria,
  trackerRowsKey,
} from '~/api/trackerArtifacts';
import type { Tracker } from '~/api/trackers';
import { artifactRow } from './artifactRow';
import { freshRows } from './freshRows';
import { agedRows, type LoadedPage, type LoadedRows, withPages } from './loadedRows';

/** One of the two, or neither for everything. */
export interface ArtifactsQuery {
  criteria?: Criteria | undefined;
  tql?: string | undefined;
}

/** Enough to fill the window; it is there while a larger page would still be under way. */
const FIRST = 50;

/** One page with its rows, and the size of the whole result. Fails as `artifactPage` does. */
export async function rowsPage(
  tracker: Tracker,
  request: ArtifactPageRequest,
): Promise<{ page: LoadedPage; size: number }> {
  const { artifacts, size, limit } = await artifactPage(tracker.id, {
    ...request,
    mayLeaveOut: true,
  });
  const rows = artifacts.map((artifact) => artifactRow(tracker, artifact));
  return { page: { offset: request.offset, limit, rows, isOld: false }, size };
}

function rowsKey(tracker: Tracker, query: ArtifactsQuery) {
  return [...trackerRowsKey(tracker.id), query.tql ?? '', query.criteria ?? {}];
}

/** What is in the cache of this result, with or without its later pages. */
export function cachedRows(client: QueryClient, tracker: Tracker, query: ArtifactsQuery) {
  return client.getQueryData<LoadedRows>(rowsKey(tracker, query));
}

/** Puts pages into the cache, where the table finds them. */
export function addPages(
  client: QueryClient,
  tracker: Tracker,
  { query, pages, size }: { query: ArtifactsQuery; pages: readonly LoadedPage[]; size: number },
): void {
  client.setQueryData<LoadedRows>(
    rowsKey(tracker, query),
    (loaded) => loaded && withPages(loaded, pages, size),
  );
}

/**
 * Brings rows up to what was opened or saved since they were loaded. It says nothing of how old the others are, so the time
 * of their loading stays.
 */
export function refreshRows(client: QueryClient, tracker: Tracker, query: ArtifactsQuery): void {
  const queryKey = rowsKey(tracker, query);
  const state = client.getQueryState<LoadedRows>(queryKey);
  if (!state?.data) return;
  const fresh = freshRows(client, tracker, state.data);
  if (fresh !== state.data) {
    client.setQueryData(queryKey, fresh, { updatedAt: state.dataUpdatedAt });
  }
}

/**
 * The first page of a result; the later ones are added to the same cache entry by `loadRest`. Asked again, it keeps what
 * is loaded in sight and marks it as old. 400 with the server's own words for a query that it refuses.
 */
export function rowsQuery(tracker: Tracker, query: ArtifactsQuery) {
  const queryKey = rowsKey(tracker, query);
  return queryOptions({
    queryKey,
    queryFn: async ({ signal, client }): Promise<LoadedRows> => {
      const { page, size } = await rowsPage(tracker, { ...query, offset: 0, limit: FIRST, signal });
      const before = client.getQueryData<LoadedRows>(queryKey);
      const id = JSON.stringify(queryKey);
      if (!before) return { id, size, pages: [page] };
      return withPages(agedRows(before), [page], size);
    },
    // The loader of the page has just asked: an error it met is shown, not asked for again.
    retryOnMount: false,
    // Rows are compared by identity; comparing them in depth at every page would cost more than drawing them.
    structuralSharing: false,
  });
}
