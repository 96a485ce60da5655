import * as z from 'zod/mini';
import type { Field } from '~/api/trackers';
import { restoring, type Source } from '~/changesets/restore';
import { counterparts } from '~/fields/counterpart';
import type { BlankArtifact } from '~/saving/draft/draftState';
import { emptyDraft, readingsOf } from '~/saving/draft/draftState';
import { type ArtifactSnapshot, entryOf } from '~/saving/draft/snapshot';

/** Which artifact a new one is to start from: along with the navigation, so that nobody's link fills in a form. */
const copySchema = z.object({ copy: z.int() });

export function readCopy(state: unknown): number | null {
  const read = z.safeParse(copySchema, state);
  return read.success ? read.data.copy : null;
}

export function copyState(id: number): { copy: number } {
  return { copy: id };
}

/** What a new artifact takes over from another one. */
export interface Copied {
  from: { id: number; xref: string };
  values: ReadonlyMap<number, unknown>;
  /** They say something there, but cannot be set here with that value. */
  left: readonly Field[];
}

/** The values of an artifact that fit into the form of a new one, links with their types among them. Pure. */
export function copied(source: ArtifactSnapshot, blank: BlankArtifact): Copied {
  const { id, xref, values } = source.artifact;
  const left: Field[] = [];
  const twins = counterparts(source.fields, blank.fields);
  const sources = source.fields.flatMap((from): Source[] => {
    const entry = entryOf(values, from.field_id);
    const reading = readingsOf(source).get(from.field_id);
    if (!entry || !reading?.contract.write) return [];
    const to = twins.get(from.field_id);
    if (to) return [{ from, to, entry, isSameArtifact: false }];
    if (reading.contract.toText(reading.value, from) !== '') left.push(from);
    return [];
  });
  const brought = restoring(emptyDraft(blank), sources);
  return {
    from: { id, xref },
    values: new Map(brought.values.map(({ field, value }) => [field.field_id, value])),
    left: [...left, ...brought.blocked],
  };
}
