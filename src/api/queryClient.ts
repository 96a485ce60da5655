import { QueryClient } from '@tanstack/react-query';
import { retryAfter } from './answers/retryAfter';
import { ApiError } from './error';

/** Seconds that a person waits for a page without being told why. */
const LONGEST_WAIT_S = 3;

/** 1 s, then 2 s, but never sooner than the server asked for. */
function delay(count: number, error: unknown): number {
  const asked = error instanceof ApiError ? (retryAfter(error.headers) ?? 0) * 1_000 : 0;
  return Math.max(asked, 1_000 * 2 ** count);
}

/**
 * Reads are asked again only where a second try can help soon: no connection came about, or the server said "later". Not
 * after a time-out: the person has waited long enough to be told.
 */
function isWorthRetrying(count: number, error: unknown): boolean {
  if (count >= 2 || !(error instanceof ApiError)) return false;
  if (error.kind === 'network') return error.reason !== 'offline' && error.reason !== 'timeout';
  // Who asks again sooner than the server wants is made to wait longer; a long wait is better said than sat out.
  if ((retryAfter(error.headers) ?? 0) > LONGEST_WAIT_S) return false;
  return error.status === 429 || error.status === 502 || error.status === 503;
}

/** One cache per window; keys begin with `scope()`, so it never mixes servers or people. Writes are never retried. */
export function createQueryClient(options: { retryDelay?: number } = {}): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        retry: isWorthRetrying,
        retryDelay: options.retryDelay ?? delay,
        staleTime: 30_000,
        networkMode: 'always',
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
}
