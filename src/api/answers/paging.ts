import type * as z from 'zod/mini';
import { type RequestOptions, request } from '../client';

/** `X-PAGINATION-SIZE`, or the number of items when the server sends none (a proxy may drop it). */
export function totalSize(headers: Headers, received: number): number {
  const size = Number(headers.get('x-pagination-size') ?? Number.NaN);
  return Number.isInteger(size) && size >= 0 ? size : received;
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
  const size = totalSize(first.headers, head.length);
  const tail = await inParallel(offsets(limit, size, limit), 6, async (offset) =>
    items((await page(offset)).data),
  );
  return [...head, ...tail.flat()];
}
