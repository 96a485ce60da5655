import * as z from 'zod/mini';
import type { ArtifactChange } from '~/api/artifacts';
import type { Changeset } from '~/api/changesets';
import { currentSession, scope } from '~/api/session';
import { type DraftState, readingsOf } from '../draft/draftState';
import { findLanded } from '../landed';
import { isSameEntry } from '../sameEntry';
import type { News } from '../saveMachine';
import { readJournal } from './journal';

const changeSchema = z.looseObject({
  values: z.array(z.looseObject({ field_id: z.int() })),
  comment: z.optional(
    z.looseObject({ body: z.string(), format: z.enum(['text', 'html', 'commonmark']) }),
  ),
});

/** A save whose end nobody saw, by its entry in the journal. */
export interface OpenTry {
  id: string;
  change: ArtifactChange;
}

/**
 * The saves of an artifact whose end nobody saw: the tab was killed, or the answer never came. The newest first. With those
 * that landed since `landedSince` (milliseconds): a tab may be killed after a save and before it dropped the draft.
 */
export async function openTries(artifactId: number, landedSince: number): Promise<OpenTry[]> {
  const { entries } = await readJournal(scope());
  return entries.flatMap(({ id, at, place, subject, outcome, request }) => {
    if (place !== 'artifact' || subject !== artifactId || outcome === 'refused') return [];
    if (outcome === 'landed' && at < landedSince) return [];
    const change = z.safeParse(changeSchema, request.body);
    return change.success ? [{ id, change: change.data }] : [];
  });
}

/** What of a draft was in a change that was sent. */
function sentPart(draft: DraftState, change: ArtifactChange): DraftState {
  const readings = readingsOf(draft.base);
  const values = new Map(
    [...draft.values].filter(([id, value]) => {
      const reading = readings.get(id);
      const entry = change.values.find(({ field_id }) => field_id === id);
      return isSameEntry(entry, reading?.contract.write?.(value, reading.field, reading.value));
    }),
  );
  return {
    base: draft.base,
    values,
    comment: change.comment ?? { body: '', format: 'commonmark' },
  };
}

/** A save that a killed tab had sent, found among the changesets since the draft's base. */
export interface Resumed {
  id: string;
  changeset: Changeset;
  sent: DraftState;
}

/** Looks whether one of the tries landed (features E16): by what was sent, among the changesets after the base. Pure. */
export function resumed(
  draft: DraftState,
  tries: readonly OpenTry[],
  { since }: News,
): Resumed | null {
  const me = currentSession()?.person.id ?? 0;
  for (const { id, change } of tries) {
    const changeset = findLanded({ change, me, base: draft.base }, since);
    if (changeset) return { id, changeset, sent: sentPart(draft, change) };
  }
  return null;
}
