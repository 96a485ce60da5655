import * as z from 'zod/mini';
import { inParallel, offsets, sizeIn, untilEmpty } from '../answers/paging';
import { valueEntrySchema } from '../artifacts/read';
import { request } from '../client';
import { scope } from '../session';
import { minimalUserGroupSchema } from '../userGroups';
import { minimalUserSchema } from '../users';

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

// Queries

/** The server's largest page (live-facts.md, Pagination). */
export const PAGE = 50;

/** Some changesets, oldest first as the server lists them, and how many there are: null where it does not say. */
export async function slice(
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

/** Every part of one history that is kept: what a save makes stale. */
export function changesetsKey(id: number) {
  return [...scope(), 'changesets', id] as const;
}
