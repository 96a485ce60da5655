import { type QueryClient, queryOptions } from '@tanstack/react-query';
import type { DeletionBudget } from '~/api/artifacts/remove';
import { scope } from '~/api/session';
import type { JournalEntry } from '~/saving/journal/entry';
import { readJournal } from '~/saving/journal/journal';

/** What the last answer to a DELETE said, and when; with the deletions of this browser, oldest first (milliseconds). */
export interface KnownBudget extends DeletionBudget {
  at: number;
  deletions: readonly number[];
}

const DAY = 86_400_000;

function isDeletion({ request }: JournalEntry): boolean {
  return request.method === 'DELETE' && /^artifacts\/\d+$/.test(request.path);
}

/** What the journal knows of deletions; null when no answer in it said anything (features V8). Pure. */
export function budgetOf(entries: readonly JournalEntry[]): KnownBudget | null {
  const all = entries.filter(isDeletion).toSorted((a, b) => a.at - b.at);
  const last = all.findLast(({ budget }) => budget !== undefined);
  if (!last?.budget) return null;
  const deletions = all.filter(({ outcome }) => outcome === 'landed').map(({ at }) => at);
  return { ...last.budget, at: last.at, deletions };
}

/** What is known of deletions: of this page, else out of the journal of this browser. */
export function budgetQuery() {
  const queryKey = [...scope(), 'deletions'];
  return queryOptions({
    queryKey,
    queryFn: async ({ client }): Promise<KnownBudget | null> => {
      const kept = budgetOf((await readJournal(scope())).entries);
      const here = client.getQueryData<KnownBudget | null>(queryKey) ?? null;
      return here && (!kept || here.at >= kept.at) ? here : kept;
    },
    staleTime: 0,
    gcTime: Number.POSITIVE_INFINITY,
  });
}

/** Remembers what an answer to a DELETE said, refused or not; one that says nothing changes nothing. */
export function rememberBudget(
  client: QueryClient,
  { kind, budget }: { kind: 'deleted' | 'refused'; budget: DeletionBudget | null },
): void {
  if (budget?.remaining == null) return;
  const { queryKey } = budgetQuery();
  const at = Date.now();
  const before = client.getQueryData<KnownBudget | null>(queryKey)?.deletions ?? [];
  const deletions = kind === 'deleted' ? [...before, at] : before;
  const known: KnownBudget = { ...budget, at, deletions };
  client.setQueryData<KnownBudget | null>(queryKey, known);
}

/** How many deletions are left now: each comes back 24 hours after it was made. Null when that is not known. */
function left({ limit, remaining, at, deletions }: KnownBudget, now: number): number | null {
  if (remaining === null || now - at > DAY) return null;
  const back = deletions.filter((made) => made > at - DAY && made <= now - DAY).length;
  return Math.min(remaining + back, limit ?? Number.POSITIVE_INFINITY);
}

/** The same as a sentence; only answers to DELETE say it (features V8). */
export function budgetWords(known: KnownBudget | null | undefined, now: number): string {
  const count = known ? left(known, now) : null;
  if (!known || count === null) {
    return 'How many deletions are left to you is unknown until the first one: the server tells it only then.';
  }
  const of = known.limit === null ? '' : ` of ${known.limit}`;
  const are = count === 1 ? 'deletion is' : 'deletions are';
  return `${count}${of} ${are} left to you: the server counts those of the last 24 hours.`;
}
