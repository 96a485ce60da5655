import { type QueryClient, queryOptions, skipToken } from '@tanstack/react-query';
import type { DeletionBudget } from '~/api/artifacts';
import { scope } from '~/api/session';

/** What the last answer said about deletions, and when; kept as long as the window, as there is no way to ask. */
export function budgetQuery() {
  return queryOptions<DeletionBudget & { at: number }>({
    queryKey: [...scope(), 'deletions'],
    queryFn: skipToken,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
  });
}

/** Remembers what an answer to a DELETE said; one that says nothing changes nothing. */
export function rememberBudget(client: QueryClient, budget: DeletionBudget | null): void {
  if (budget?.remaining === null || budget === null) return;
  client.setQueryData(budgetQuery().queryKey, { ...budget, at: Date.now() });
}

const DAY = 86_400_000;

/** How many deletions are left, as a sentence; only answers to DELETE say it (features V8). */
export function budgetWords(
  known: (DeletionBudget & { at: number }) | undefined,
  now: number,
): string {
  if (known?.remaining == null || now - known.at > DAY) {
    return 'How many deletions are left to you is unknown until the first one: the server tells it only then.';
  }
  const of = known.limit === null ? '' : ` of ${known.limit}`;
  const are = known.remaining === 1 ? 'deletion is' : 'deletions are';
  return `${known.remaining}${of} ${are} left to you for 24 hours, as the last one said.`;
}
