import * as z from 'zod/mini';
import { ownPathOfServerUrl } from '~/paths';
import type { FieldContract } from '../contract';
import { entrySchema } from '../entry';

const referenceSchema = z.looseObject({
  /** As people write it: `art #12`, `rev #3`. */
  ref: z.string(),
  url: z.string(),
  direction: z.enum(['in', 'out', 'both']),
});

export type CrossReference = z.infer<typeof referenceSchema>;

const schema = entrySchema(['cross'], { value: z.array(referenceSchema) });

/** Where this artifact is mentioned and what it mentions. The server finds them in texts: read-only. */
export const crossReferencesField: FieldContract<
  z.infer<typeof schema>,
  readonly CrossReference[]
> = {
  id: 'crossReferences',
  types: ['cross'],
  schema,
  read: (json) => json?.value ?? [],
  isDerived: true,
  toText: (value) => value.map(({ ref }) => ref).join(', '),
  toSortKey: (value) => (value.length === 0 ? null : value.length),
};

/** Where a reference leads: a page of ours, an address that a browser may open, or nowhere (`javascript:` and the like). */
export function placeOf({ url }: CrossReference): { path: string } | { url: string } | null {
  if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) return null;
  const path = ownPathOfServerUrl(new URL(url));
  return path === undefined ? { url } : { path };
}
