import { expect, test } from 'vitest';
import { ApiError, type NetworkReason } from './error';
import { createQueryClient } from './queryClient';

const request = { method: 'GET', path: '/api/things' };
const network = (reason: NetworkReason) => new ApiError('network', reason, { request, reason });
const http = (status: number) => new ApiError('http', String(status), { request, status });

/** How often a read that fails like this is asked. */
async function tries(error: unknown): Promise<number> {
  const client = createQueryClient({ retryDelay: 0 });
  let count = 0;
  await client
    .fetchQuery({
      queryKey: ['thing'],
      retry: client.getDefaultOptions().queries?.retry ?? false,
      queryFn: () => {
        count += 1;
        throw error;
      },
    })
    .catch(() => {});
  return count;
}

test('Point 7: a read is asked again only where that can help, and never after a time-out', async () => {
  expect(await tries(network('unreachable'))).toBe(3);
  expect(await tries(http(503))).toBe(3);
  for (const error of [network('timeout'), network('offline'), http(403), http(404), http(500)]) {
    expect(await tries(error), String(error)).toBe(1);
  }
});

test('Point 7: a server that asks for a longer wait is not asked again by itself', async () => {
  const later = (seconds: string) =>
    new ApiError('http', '429', {
      request,
      status: 429,
      headers: new Headers({ 'retry-after': seconds }),
    });
  expect(await tries(later('30'))).toBe(1);
  expect(await tries(later('1'))).toBe(3);
});

test('Point 6: a write is never asked again by itself', () => {
  expect(createQueryClient().getDefaultOptions().mutations?.retry).toBe(false);
});
