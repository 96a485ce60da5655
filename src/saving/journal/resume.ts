import * as z from 'zod/mini';
import type { ArtifactChange } from '~/api/artifacts/change';
import type { Changeset } from '~/api/changesets/read';
import type { Profile } from '~/kept/record';
import { type DraftState, readingsOf } from '../draft/draftState';
import { storedPart } from '../draft/unstored';
import { findCommented, findLanded } from '../landed';
import type { News, Saved } from '../machine/states';
import { ownPart } from '../others/parts';
import { isSameEntry } from '../sameEntry';
import type { JournalEntry } from './entry';
import { readJournal } from './journal';
import { savedAs } from './savedAs';

const changeSchema = z.looseObject({
  values: z.array(z.looseObject({ field_id: z.int() })),
  comment: z.optional(
    z.looseObject({ body: z.string(), format: z.enum(['text', 'html', 'commonmark']) }),
  ),
});

/** A save whose end nobody saw, by its entry in the journal. */
export interface OpenTry {
  id: string;
  /** As it was sent. */
  change: ArtifactChange;
  /** As it was typed: others' additions to a set are not in it. */
  typed: ArtifactChange;
  /** Ids of the changesets that `change` was put together with. */
  joined: readonly number[];
}

/** Whose saves are looked for, and of which artifact. */
interface Wanted {
  profile: Profile;
  artifactId: number;
  /** Milliseconds: what landed before that is of another draft. */
  landedSince: number;
}

/** What an entry says of a save; null where its request is none. */
function tryOf({ id, request, typed, joined = [] }: JournalEntry): OpenTry | null {
  const change = z.safeParse(changeSchema, request.body);
  if (!change.success) return null;
  const asTyped = z.safeParse(changeSchema, typed);
  return { id, change: change.data, typed: asTyped.success ? asTyped.data : change.data, joined };
}

/**
 * The saves of an artifact's own draft whose end nobody saw: the tab was killed, or the answer never came. The newest
 * first. With those that landed since `landedSince`: a tab may be killed after a save and before it dropped the draft. Null
 * where the journal cannot be read: that says nothing about a save.
 */
export async function openTries({
  profile,
  artifactId,
  landedSince,
}: Wanted): Promise<OpenTry[] | null> {
  const { entries, isRead } = await readJournal(profile);
  if (!isRead) return null;
  return entries.flatMap((entry) => {
    const { at, place, subject, from, outcome } = entry;
    if (place !== 'artifact' || subject !== artifactId || from !== undefined) return [];
    if (outcome === 'refused' || (outcome === 'landed' && at < landedSince)) return [];
    return tryOf(entry) ?? [];
  });
}

/** The saves of an artifact from the pages of others whose end nobody saw, the newest first. */
export async function openTriesFromOthers({
  profile,
  artifactId,
}: Omit<Wanted, 'landedSince'>): Promise<OpenTry[]> {
  const { entries } = await readJournal(profile);
  return entries.flatMap((entry) => {
    const { place, subject, from, outcome } = entry;
    const isOpen = outcome === 'underWay' || outcome === 'unknown';
    const isIt = place === 'artifact' && subject === artifactId && from !== undefined;
    return isOpen && isIt ? (tryOf(entry) ?? []) : [];
  });
}

/** What of a draft was sent, by what was typed of it: what it changes at other artifacts was not. */
function sentPart(draft: DraftState, change: ArtifactChange): DraftState {
  const readings = readingsOf(draft.base);
  const own = ownPart(draft);
  const values = new Map(
    [...own.values].filter(([id, value]) => {
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
  /** What of the draft is stored. */
  sent: DraftState;
  /** All of it that was sent. */
  whole: DraftState;
  /** As the page would have been told, had the tab lived: with whom it overtook (features X8). */
  saved: Saved;
}

/**
 * Looks whether one of the tries of `me` landed (features E16): by what was sent, among the changesets after the base.
 * Pure.
 */
export function resumed(
  draft: DraftState,
  { tries, me }: { tries: readonly OpenTry[]; me: number },
  news: News,
): Resumed | null {
  const { since } = news;
  for (const { id, change, typed, joined } of tries) {
    const noted = { change, me, base: draft.base };
    const whole = findLanded(noted, since);
    const changeset = whole ?? findCommented(noted, since);
    if (!changeset) continue;
    const part = sentPart(draft, typed);
    const sent = whole ? part : storedPart(part, { change, changeset });
    return {
      id,
      changeset,
      sent,
      whole: part,
      saved: savedAs(changeset, { ...noted, joined }, news),
    };
  }
  return null;
}
