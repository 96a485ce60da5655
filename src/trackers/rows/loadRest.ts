import type { QueryClient } from '@tanstack/react-query';
import type { Tracker } from '~/api/trackers';
import {
  type LoadedPage,
  type LoadedRows,
  missingRanges,
  type Range,
  withPages,
} from './loadedRows';
import { type ArtifactsQuery, addPages, cachedRows, rowsPage } from './rowsQuery';

/** A page of 250 with values takes a real server about a second (live-facts.md, speed). */
const PAGE = 250;
/** Leaves two of a browser's six connections for what the person does meanwhile. */
const WIDTH = 4;

export interface RestOf {
  client: QueryClient;
  tracker: Tracker;
  query: ArtifactsQuery;
  signal: AbortSignal;
}

/** Pages that came, handed to the cache in larger lots as the table grows: every lot makes it sort and count anew. */
function createInbox({ client, tracker, query }: RestOf) {
  let pages: LoadedPage[] = [];
  let size = 0;
  let lastFlush = Date.now();

  function flush(): void {
    if (pages.length > 0) addPages(client, tracker, { query, pages, size });
    pages = [];
    lastFlush = Date.now();
  }

  return {
    flush,
    /** What is loaded together with what waits here. */
    with: (loaded: LoadedRows) => (pages.length > 0 ? withPages(loaded, pages, size) : loaded),
    put(page: LoadedPage, total: number): void {
      pages.push(page);
      size = total;
      if (Date.now() - lastFlush > 200 + page.offset / 100) flush();
    },
  };
}

/**
 * Loads what is missing of a result, several pages at a time, into the cache entry of its `rowsQuery`. Ends when all is
 * there or `signal` is aborted; throws the first failure, with everything that came until then kept.
 */
export async function loadRest(rest: RestOf): Promise<void> {
  const { client, tracker, query } = rest;
  const failed = new AbortController();
  const signal = AbortSignal.any([rest.signal, failed.signal]);
  const underWay = new Set<number>();
  const inbox = createInbox(rest);

  function next(): Range | undefined {
    const loaded = cachedRows(client, tracker, query);
    if (!loaded || signal.aborted) return undefined;
    return missingRanges(inbox.with(loaded), PAGE).find(({ offset }) => !underWay.has(offset));
  }

  async function worker(): Promise<void> {
    for (let range = next(); range; range = next()) {
      underWay.add(range.offset);
      const { page, size } = await rowsPage(tracker, { ...query, ...range, signal });
      underWay.delete(range.offset);
      inbox.put(page, size);
    }
  }

  const workers = Array.from({ length: WIDTH }, async () => {
    try {
      await worker();
    } catch (error) {
      failed.abort();
      throw error;
    }
  });
  const results = await Promise.allSettled(workers);
  inbox.flush();
  // The one that failed first aborted the others: theirs are not failures of the server.
  const reasons = results.flatMap((result) =>
    result.status === 'rejected' ? [result.reason] : [],
  );
  const first = reasons.find((reason) => !isAbort(reason));
  if (first !== undefined && !rest.signal.aborted) throw first;
}

function isAbort(reason: unknown): boolean {
  return reason instanceof DOMException && reason.name === 'AbortError';
}
