import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import {
  type Changeset,
  type ChangesetPage,
  changesetsKey,
  newestChangesets,
  PAGE,
  slice,
} from './read';

/** Where a history is begun to be read. */
export type HistoryStart = 'newest' | 'oldest' | { around: number };

/** Some changesets with what the oldest of them is compared with. */
export interface HistoryPage extends ChangesetPage {
  /** How many there are up to the newest one here, that one included: later ones follow there. */
  end: number;
  /** The one before the oldest here; null at the beginning. */
  before: Changeset | null;
}

/** The oldest of a page only says what the next one did: its own turn comes with the page before. */
function historyPage({ changesets, offset, size }: ChangesetPage, end: number): HistoryPage {
  const before = offset > 0 ? (changesets.at(-1) ?? null) : null;
  if (!before) return { changesets, offset, size, end, before };
  return { changesets: changesets.slice(0, -1), offset: offset + 1, size, end, before };
}

async function historyRange(id: number, from: number, end: number, signal: AbortSignal) {
  const offset = Math.max(0, from);
  const { oldestFirst, size } = await slice(id, { offset, limit: end - offset }, signal);
  const page = { changesets: oldestFirst.toReversed(), offset, size: size ?? end };
  return historyPage(page, Math.min(end, page.size));
}

/**
 * How many changesets came before the last one whose id is not above `wanted`: ids grow with time, and a page of one is
 * never empty, as the first of a page is always kept (artifacts.md §6). About ten small reads in a history of a thousand.
 */
async function placeOf(
  id: number,
  { wanted, size, signal }: { wanted: number; size: number; signal: AbortSignal },
): Promise<number> {
  let [low, high] = [0, size - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    const [one] = (await slice(id, { offset: middle, limit: 1 }, signal)).oldestFirst;
    if (one && one.id <= wanted) low = middle;
    else high = middle - 1;
  }
  return low;
}

async function historyStart(
  id: number,
  start: HistoryStart,
  signal: AbortSignal,
): Promise<HistoryPage> {
  if (start === 'oldest') {
    const { oldestFirst, size } = await slice(id, { offset: 0, limit: PAGE }, signal);
    if (size !== null) {
      const page = { changesets: oldestFirst.toReversed(), offset: 0, size };
      return historyPage(page, Math.min(PAGE, size));
    }
  }
  const newest = await newestChangesets(id, PAGE, signal);
  const { size } = newest;
  const oldest = newest.changesets.at(-1);
  // The oldest of the page is not shown itself (historyPage), so it lies further back too.
  const isFurther =
    typeof start === 'object' &&
    newest.offset > 0 &&
    oldest !== undefined &&
    start.around <= oldest.id;
  if (!isFurther) return historyPage(newest, size);
  const at = await placeOf(id, { wanted: start.around, size, signal });
  return historyRange(id, at - PAGE / 2, Math.min(size, at + PAGE / 2), signal);
}

/**
 * Changesets newest first, about 50 a page; the next page holds older ones, the previous one newer ones. It begins at the
 * newest, at the oldest, or around one of them, which is searched (features H1, H6).
 */
export function changesetsQuery(id: number, start: HistoryStart = 'newest') {
  return infiniteQueryOptions({
    queryKey: [...changesetsKey(id), start],
    // Null begins; else all before a number of changesets, or all after it.
    initialPageParam: null as { before: number } | { after: number } | null,
    queryFn: ({ pageParam, signal }): Promise<HistoryPage> => {
      if (pageParam === null) return historyStart(id, start, signal);
      // The last one that is known is read again: the first new one is compared with it.
      return 'before' in pageParam
        ? historyRange(id, pageParam.before - PAGE, pageParam.before, signal)
        : historyRange(id, pageParam.after - 1, pageParam.after - 1 + PAGE, signal);
    },
    getNextPageParam: ({ offset }) => (offset > 0 ? { before: offset } : null),
    getPreviousPageParam: ({ end, size }) => (end < size ? { after: end } : null),
  });
}

/** One changeset by its id; null where it is not among those that this person may see. It does not change any more. */
export function changesetQuery(id: number, changeset: number) {
  return queryOptions({
    queryKey: [...changesetsKey(id), 'one', changeset],
    queryFn: async ({ signal }): Promise<Changeset | null> => {
      const { changesets } = await historyStart(id, { around: changeset }, signal);
      return changesets.find((one) => one.id === changeset) ?? null;
    },
  });
}
