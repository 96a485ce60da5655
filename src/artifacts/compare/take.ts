import * as z from 'zod/mini';
import type { Source } from '~/changesets/restore';
import { entryOf } from '~/saving/draft/snapshot';
import { valuesOf } from './rows';
import type { LoadedSide, Side } from './side';

/**
 * What a comparison hands to the page of an artifact: where values are to be taken from, and which field goes into which.
 * It goes along with the navigation and never stands in an address: nobody's link can type into a draft.
 */
const takeSchema = z.object({
  take: z.object({
    artifact: z.int(),
    changeset: z.nullable(z.int()),
    fields: z.array(z.object({ from: z.int(), to: z.int() })),
  }),
});

export type Take = z.infer<typeof takeSchema>['take'];

/** What came along with the navigation; null for nothing. */
export function readTake(state: unknown): Take | null {
  const read = z.safeParse(takeSchema, state);
  return read.success ? read.data.take : null;
}

export function takeState(side: Side, fields: Take['fields']): { take: Take } {
  return { take: { ...side, fields } };
}

/** The values to take, as what a draft can be given. */
export function takenSources(take: Take, from: LoadedSide, to: LoadedSide['now']): Source[] {
  const values = [...valuesOf(from)];
  return take.fields.flatMap((each): Source[] => {
    const source = from.now.fields.find(({ field_id }) => field_id === each.from);
    const target = to.fields.find(({ field_id }) => field_id === each.to);
    if (!source || !target) return [];
    return [
      {
        from: source,
        to: target,
        entry: entryOf(values, source.field_id),
        isSameArtifact: from.now.artifact.id === to.artifact.id,
      },
    ];
  });
}

/** Where taken values come from, in words. */
export function takenFrom({ artifact, changeset }: Side, to: number): string {
  if (changeset === null) return `#${artifact}`;
  return artifact === to ? `changeset ${changeset}` : `#${artifact}, changeset ${changeset}`;
}
