import * as z from 'zod/mini';
import type { FieldContract } from '../contract';
import { entrySchema } from '../entry';

const stepSchema = z.looseObject({
  id: z.int(),
  description: z.string(),
  description_format: z.string(),
  commonmark_description: z.optional(z.string()),
  expected_results: z.string(),
  expected_results_format: z.string(),
  commonmark_expected_results: z.optional(z.string()),
  rank: z.int(),
});

export type Step = z.infer<typeof stepSchema>;

/** `ttmstepexec` has no entry in any answer (artifacts.md §3); should one come, it is shown as these are. */
const schema = entrySchema(['ttmstepdef', 'ttmstepexec'], { value: z.array(stepSchema) });

/** The steps of a test, by rank. Read-only here. */
export const stepsField: FieldContract<z.infer<typeof schema>, readonly Step[]> = {
  id: 'steps',
  types: ['ttmstepdef', 'ttmstepexec'],
  isWide: true,
  schema,
  read: (json) => [...(json?.value ?? [])].sort((a, b) => a.rank - b.rank),
  toText: ({ length }) => (length === 0 ? '' : length === 1 ? '1 step' : `${length} steps`),
  toSortKey: ({ length }) => (length === 0 ? null : length),
};
