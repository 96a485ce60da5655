import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import * as z from 'zod/mini';
import { inParallel, offsets, sizeIn, untilEmpty } from './answers/paging';
import { valueEntrySchema } from './artifacts/read';
import { request } from './client';
import { scope } from './session';
import { minimalUserGroupSchema } from './userGroups';
import { minimalUserSchema } from './users';

// Schemas (artifacts.md §6)

export const commentSchema = z.looseObject({
  /** `''` when the changeset has no comment. */
  body: z.string(),
  post_processed_body: z.string(),
  format: z.string(),
  /** The source, when it was written in Markdown; `format` then says `html`. */
  commonmark: z.optional(z.string()),
  /** Null for a public comment. */
  ugroups: z.nullable(z.array(minimalUserGroupSchema)),
});

export const changesetSchema = z.looseObject({
  id: z.int(),
  submitted_by: z.nullable(z.int()),
  submitted_by_details: z.nullable(minimalUserSchema),
  submitted_on: z.string(),
  /** The author of an anonymous or mailed change. */
  email: z.nullable(z.string()),
  last_comment: commentSchema,
  /** The whole artifact as it was then, not a difference. */
  values: z.array(valueEntrySchema),
  last_modified_by: z.nullable(minimalUserSchema),
  last_modified_date: z.string(),
});

export const changesetsSchema = z.array(changesetSchema);

// Types

export type Changeset = z.infer<typeof changesetSchema>;

/** Some changesets, newest first; those before `offset` (counted from the oldest) are not here. */
export interface ChangesetPage {
  changesets: Changeset[];
  offset: number;
  size: number;
}

/** Where a history is begun to be read. */
export type HistoryStart = 'newest' | 'oldest' | { around: number };

/** Some changesets with what the oldest of them is compared with. */
export interface HistoryPage extends ChangesetPage {
  /** How many there are up to the newest one here, that one included: later ones follow there. */
  end: number;
  /** The one before the oldest here; null at the beginning. */
  before: Changeset | null;
}

// Queries

/** The server's largest page (live-facts.md, Pagination). */
const PAGE = 50;

/** Some changesets, oldest first as the server lists them, and how many there are: null where it does not say. */
async function slice(
  id: number,
  range: { offset: number; limit: number },
  signal?: AbortSignal,
): Promise<{ oldestFirst: Changeset[]; size: number | null }> {
  const { data, headers } = await request('GET', `artifacts/${id}/changesets`, changesetsSchema, {
    query: { ...range, fields: 'all' },
    signal,
  });
  return { oldestFirst: data, size: sizeIn(headers) };
}

/** Where no size comes the newest cannot be asked for: everything is read (a save must never miss one). */
async function wholeHistory(id: number, signal?: AbortSignal): Promise<ChangesetPage> {
  const page = async (index: number) =>
    (await slice(id, { offset: index * PAGE, limit: PAGE }, signal)).oldestFirst;
  const first = await page(0);
  const all = [...first, ...(await untilEmpty(first, page))];
  return { changesets: all.toReversed(), offset: 0, size: all.length };
}

/**
 * The newest `count` changesets, newest first. `order=desc` reverses only inside a page that is cut from the oldest
 * end (live-facts.md, Concurrency), so the size is read first and the page is taken from the other end.
 */
export async function newestChangesets(
  id: number,
  count: number,
  signal?: AbortSignal,
): Promise<ChangesetPage> {
  const probe = await slice(id, { offset: 0, limit: Math.max(1, Math.min(count, PAGE)) }, signal);
  const { size, oldestFirst } = probe;
  if (size === null) return wholeHistory(id, signal);
  if (size <= Math.min(count, PAGE)) {
    return { changesets: oldestFirst.toReversed(), offset: 0, size };
  }
  const start = Math.max(0, size - count);
  const pages = await inParallel(offsets(start, size, PAGE), 6, (offset) =>
    slice(id, { offset, limit: Math.min(PAGE, size - offset) }, signal),
  );
  return {
    changesets: pages.flatMap((page) => page.oldestFirst).toReversed(),
    offset: start,
    size,
  };
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

/** Every part of one history that is kept: what a save makes stale. */
export function changesetsKey(id: number) {
  return [...scope(), 'changesets', id] as const;
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
