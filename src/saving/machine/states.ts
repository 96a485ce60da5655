import type { ArtifactChange } from '~/api/artifacts/change';
import type { Changeset } from '~/api/changesets/read';
import type { ApiError } from '~/api/error';
import type { ArtifactSnapshot } from '../draft/snapshot';
import type { Condition } from './condition';

/** What the machine of a save is made of: what it is asked for, how it may end, its states, events and commands. */

export interface SaveJob {
  base: ArtifactSnapshot;
  change: ArtifactChange;
  /** User id of the person who saves. */
  me: number;
  /** The same change was sent before and no clear answer came: it is looked for before anything else is told or sent. */
  earlier?: LostTry | undefined;
  /**
   * Given where the change replaces sets that others add to (links, files): the newest state is read first, and this
   * gives the change with both sides' additions and removals: none where others did the same, or where all of it is to be
   * written at other artifacts. Null when a person has to look at it.
   */
  rebase?: ((newest: ArtifactSnapshot) => ArtifactChange | null) | undefined;
}

/** The newest state of the artifact, and the changesets after the base of the job, oldest first. */
export interface News {
  version: ArtifactSnapshot;
  since: readonly Changeset[];
}

export interface Saved {
  kind: 'saved';
  /** Null when reading back failed: the change is stored all the same, but whom it replaced is not known (`lookFrom`). */
  news: News | null;
  /** Null when the server found nothing to change, or when reading back failed. */
  changeset: Changeset | null;
  /** Written by somebody else (or another tab) between the base and this save, unseen by the server's check (features X8). */
  overtaken: readonly Changeset[];
  /** Written by others since the base, seen before the write: their changes of sets are part of what was sent. */
  joined: readonly Changeset[];
  /**
   * `found`: the answer was lost, the changeset was found afterwards. `commented`: so was one with the comment that was sent,
   * but it does not hold every value as it was sent. The comment must not go out again; the values may.
   */
  how: 'answered' | 'found' | 'commented';
  /** A proxy had mangled the validator; the save went out with another one (features X9). */
  isPhantom: boolean;
  /** What was written, and over which version. */
  attempt: Attempt;
  /**
   * `found` although the server answered with this: it refuses links after the artifact is stored (features D4), or a proxy
   * spoke for it.
   */
  despite: ApiError | null;
}

export interface Conflict {
  kind: 'conflict';
  base: ArtifactSnapshot;
  theirs: ArtifactSnapshot;
  since: readonly Changeset[];
}

export type SaveOutcome =
  /** There was nothing to send; `version` where that was found by reading it. */
  | { kind: 'unchanged'; version?: ArtifactSnapshot }
  | Saved
  | Conflict
  /** Nothing was stored. */
  | { kind: 'refused'; error: ApiError }
  /** Nothing was stored: signed in again, the person did not want it sent now. */
  | { kind: 'held' }
  /** Stored or not: nobody knows yet. `notFound`: looked, and it was not there at that moment. */
  | ({ kind: 'unknown'; search: 'notFound' | 'failed' } & LostTry);

/** A write whose answer was lost with `error`. */
export interface LostTry {
  attempt: Attempt;
  error: ApiError;
}

/** One try to write. */
export interface Attempt {
  /** The version that the write was guarded by, and put together with. */
  over: ArtifactSnapshot;
  condition: Condition;
  /** The job's own change, or that change put together with the newest sets. */
  change: ArtifactChange;
  /** What `change` was put together with. */
  joined: readonly Changeset[];
  isPhantom: boolean;
  /** Sent once more after a new sign-in: a second 401 is final. */
  isReplay?: boolean;
  /** When it was stored, as the answer said; in the server's seconds. */
  storedAt?: string | null;
}

export type SaveState =
  /**
   * No validator, or a try whose answer was lost: read and compare before anything is sent. `isAgreed`: to be sent after a
   * new sign-in; the question may have stood for long. `attempt`: what was sent before it.
   */
  | { step: 'checking'; isAgreed?: true; attempt?: Attempt | undefined }
  | { step: 'writing'; attempt: Attempt }
  /** After a 412: is there really something newer? */
  | { step: 'comparing'; attempt: Attempt; error: ApiError }
  /** No clear answer came: did it land? */
  | { step: 'searching'; attempt: Attempt; error: ApiError }
  /** A 401: the look waits for the new sign-in, and only what did not land is sent again (features C4). */
  | { step: 'returning'; attempt: Attempt; error: ApiError }
  /** Signed in again, and what was sent before, if anything, did not land: "send now?" (journey J4). */
  | { step: 'asking'; attempt: Attempt | undefined }
  /** After a 200: what stands between the base and this save? */
  | { step: 'auditing'; attempt: Attempt }
  | { step: 'done'; outcome: SaveOutcome };

export type SaveEvent =
  /** `isBack`: the sign-in had ended since the save was wanted. */
  | { type: 'read'; news: News; isBack?: boolean | undefined }
  | { type: 'unreadable'; error: ApiError }
  | { type: 'accepted'; storedAt: string | null }
  | { type: 'rejected'; error: ApiError }
  | { type: 'agreed' }
  | { type: 'declined' };

export type SaveCommand =
  | { type: 'read' }
  | { type: 'ask' }
  | { type: 'write'; attempt: Attempt }
  | { type: 'none' };

/** The save has come to its end. */
export function done(outcome: SaveOutcome): SaveState {
  return { step: 'done', outcome };
}
