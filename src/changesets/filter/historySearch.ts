import * as z from 'zod/mini';
import { idOf } from '~/lib/page';
import { readSearch } from '~/lib/searchParams';

/** What of the history is shown, as it stands in the address of an artifact (features H1, H6). */
const searchSchema = z.object({
  show: z.catch(z.enum(['all', 'comments', 'changes']), 'all'),
  order: z.catch(z.enum(['newest', 'oldest']), 'newest'),
  by: z.catch(z.string(), ''),
  field: z.catch(z.string(), ''),
  words: z.catch(z.string(), ''),
  since: z.catch(z.enum(['visit', '']), ''),
  changeset: z.catch(z.string(), ''),
});

type SearchKey = keyof z.infer<typeof searchSchema>;

/** The author of what came by mail or from somebody not signed in (artifacts.md §6). */
export const NOBODY = 0;

/** Changes of the address; null and an empty text take a key out. */
export type SearchChanges = Partial<Record<SearchKey, string | null>>;

export interface HistorySearch {
  show: 'all' | 'comments' | 'changes';
  order: 'newest' | 'oldest';
  /** Only what this person wrote, and only what changed this field. */
  by: number | null;
  field: number | null;
  /** Words in a value or a comment. */
  words: string;
  sinceVisit: boolean;
  /** The changeset whose place is shown. */
  changeset: number | null;
}

/** The filter in an address; what cannot be read there is left out. */
export function readHistorySearch(params: URLSearchParams): HistorySearch {
  const { by, field, since, changeset, ...rest } = readSearch(searchSchema, params);
  return {
    ...rest,
    by: by === String(NOBODY) ? NOBODY : (idOf(by) ?? null),
    field: idOf(field) ?? null,
    sinceVisit: since === 'visit',
    changeset: idOf(changeset) ?? null,
  };
}
