import { QueryClient } from '@tanstack/react-query';

/**
 * One cache per window; keys begin with `scope()`, so it never mixes servers or people. It asks nothing a second time by
 * itself: when a read is tried again, and that a write never is, is decided in one place (`requests/retry.ts`).
 */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { retry: false, staleTime: 30_000, networkMode: 'always' },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
}
