import { QueryClient } from '@tanstack/react-query';
import { ApiError } from './error';

/**
 * Reads are asked again only where a second try can help soon: no connection came about, or the server said "later". Not
 * after a time-out: the person has waited long enough to be told.
 */
function isWorthRetrying(count: number, error: unknown): boolean {
  if (count >= 2 || !(error instanceof ApiError)) return false;
  if (error.kind === 'network') return error.reason !== 'offline' && error.reason !== 'timeout';
  return error.status === 429 || error.status === 502 || error.status === 503;
}

/** One cache per window; keys begin with `scope()`, so it never mixes servers or people. Writes are never retried. */
export function createQueryClient(options: { retryDelay?: number } = {}): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        retry: isWorthRetrying,
        ...(options.retryDelay === undefined ? {} : { retryDelay: options.retryDelay }),
        staleTime: 30_000,
        networkMode: 'always',
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
}
