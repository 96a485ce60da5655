import type * as z from 'zod/mini';
import { equal } from '~/lib/equal';
import type { RequestOptions } from '../asking/order';
import { request } from '../client';

/** `X-PAGINATION-SIZE`; null when there is none (a proxy may drop it). */
export function sizeIn(headers: Headers): number | null {
  const text = headers.get('x-pagination-size') ?? '';
  return /^\d+$/.test(text) ? Number(text) : null;
}

/** `X-PAGINATION-SIZE`, or the number of items that came when there is none. */
export function totalSize(headers: Headers, received: number): number {
  return sizeIn(headers) ?? received;
}

/**
 * What follows `first` in a collection whose size nobody tells: page by page until one is empty. A page like the one
 * before it means that the route knows no pages.
 */
export async function untilEmpty<Item>(
  first: readonly Item[],
  page: (index: number) => Promise<Item[]>,
): Promise<Item[]> {
  const all: Item[] = [];
  let before = first;
  for (let index = 1; before.length > 0; index += 1) {
    const next = await page(index);
    if (equal(next, before)) return all;
    all.push(...next);
    before = next;
  }
  return all;
}

/** The offsets after `start` that cover `size` items in pages of `limit`. */
export function offsets(start: number, size: number, limit: number): number[] {
  const count = Math.max(0, Math.ceil((size - start) / limit));
  return Array.from({ length: count }, (_, index) => start + index * limit);
}

/** Runs `work` over `items`, at most `width` at a time (6: what a browser sends over HTTP/1.1); results keep the order. */
export async function inParallel<T, R>(
  items: readonly T[],
  width: number,
  work: (item: T) => Promise<R>,
): Promise<R[]> {
  const results: R[] = new Array(items.length);
  let next = 0;
  async function worker(): Promise<void> {
    while (next < items.length) {
      const index = next++;
      results[index] = await work(items[index] as T);
    }
  }
  await Promise.all(Array.from({ length: Math.min(width, items.length) }, worker));
  return results;
}

/**
 * Every page of a collection. `X-PAGINATION-SIZE` counts before permissions are applied, so a page may be short
 * although more follow: offsets go by `limit` until SIZE, whatever came (conventions.md §4).
 */
export async function everyPage<Page, Item>(
  path: string,
  schema: z.ZodMiniType<Page>,
  items: (page: Page) => Item[],
  options: Omit<RequestOptions, 'body'> & { limit: number },
): Promise<Item[]> {
  const { limit, ...rest } = options;
  const page = async (offset: number) =>
    request('GET', path, schema, {
      ...rest,
      query: { ...rest.query, limit, offset },
    });
  const first = await page(0);
  const head = items(first.data);
  const size = sizeIn(first.headers);
  if (size === null) {
    const rest = await untilEmpty(head, async (index) => items((await page(index * limit)).data));
    return [...head, ...rest];
  }
  const tail = await inParallel(offsets(limit, size, limit), 6, async (offset) =>
    items((await page(offset)).data),
  );
  return [...head, ...tail.flat()];
}
