import * as z from 'zod/mini';
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
  toText: (value) => value.map(({ ref }) => ref).join(', '),
  toSortKey: (value) => (value.length === 0 ? null : value.length),
};

/** The artifact that a reference names by its id: `art #12`. Other words may be a tracker's or any other thing's. */
export function artifactOf({ ref }: CrossReference): number | null {
  const id = /^(?:art|artifact) #(\d+)$/.exec(ref)?.[1];
  return id === undefined ? null : Number(id);
}

/** The address of a reference, when a browser may open it: no `javascript:` and the like from the server. */
export function safeUrl({ url }: CrossReference): string | null {
  return /^https?:\/\//i.test(url) ? url : null;
}
