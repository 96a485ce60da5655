import * as z from 'zod/mini';

const id = z.catch(z.nullable(z.pipe(z.coerce.number(), z.int().check(z.positive()))), null);

/** What of the history is shown, as it stands in the address of an artifact (features H1, H6). */
export const historySearchSchema = z.object({
  show: z.catch(z.enum(['all', 'comments', 'changes']), 'all'),
  order: z.catch(z.enum(['newest', 'oldest']), 'newest'),
  /** A person and a field by their ids. */
  by: id,
  field: id,
  /** Words in a value or a comment. */
  words: z.catch(z.string(), ''),
  since: z.catch(z.nullable(z.literal('visit')), null),
  /** The changeset whose place is shown. */
  changeset: id,
});

export type HistorySearch = z.infer<typeof historySearchSchema>;

/** The address without any of it. */
export const noHistorySearch: Record<keyof HistorySearch, null> = {
  show: null,
  order: null,
  by: null,
  field: null,
  words: null,
  since: null,
  changeset: null,
};
