import type { Changeset } from '~/api/changesets/read';
import { findCommented, findLanded, ownChangeset } from '../landed';
import {
  type Attempt,
  done,
  type LostTry,
  type News,
  type Saved,
  type SaveJob,
  type SaveState,
} from './states';

/** The changesets that are not known to stand before the try. */
function afterTry({ joined }: Attempt, since: readonly Changeset[]): Changeset[] {
  const known = new Set(joined.map(({ id }) => id));
  return since.filter(({ id }) => !known.has(id));
}

/** A write that has no clear answer: with what came in place of one, where that still counts. */
export type Try = Pick<LostTry, 'attempt'> & Partial<LostTry>;

/** The last try; undefined where nothing was sent yet. */
export function lastTry(state: SaveState, { earlier }: SaveJob): Try | undefined {
  if ('error' in state) return state;
  return 'attempt' in state && state.attempt ? { attempt: state.attempt } : earlier;
}

/**
 * How a try is stored after all; null when nothing of it is there. By its comment alone only where no answer came: a 401 or
 * 412 refused it, so an equal comment is of another tab.
 */
export function howItLanded(
  job: SaveJob,
  news: News,
  { attempt, error }: Try,
): 'found' | 'commented' | null {
  const since = afterTry(attempt, news.since);
  if (findLanded(job, since)) return 'found';
  const isLost = error !== undefined && error.status !== 401 && error.status !== 412;
  return isLost && findCommented(job, since) ? 'commented' : null;
}

/** The end of a save that is stored, with whom it overtook. */
export function saved(
  job: SaveJob,
  news: News,
  { attempt, how, despite }: Pick<Saved, 'attempt' | 'how' | 'despite'>,
) {
  const { joined, isPhantom } = attempt;
  const since = afterTry(attempt, news.since);
  const changeset = ownChangeset(job, since, { how, storedAt: attempt.storedAt });
  // An equal one of this person replaced nothing that the prompt should keep, and would hide whose value stood before it.
  const overtaken = since.filter(
    (other) => (!changeset || other.id < changeset.id) && !findLanded(job, [other]),
  );
  const facts = { how, joined, isPhantom, attempt, despite };
  return done({ kind: 'saved', news, changeset, overtaken, ...facts });
}
