import type { ArtifactChange } from '~/api/artifacts';
import type { Changeset } from '~/api/changesets';
import type { ApiError } from '~/api/error';
import { isCertain, isRefusal, isSettled } from './certainty';
import { type Condition, conditionOf, normalisedEtag, otherCondition } from './condition';
import { hasOtherParts } from './draft/linksOfOthers';
import { type ArtifactSnapshot, changesetsIn, isSameState } from './draft/snapshot';
import { findCommented, findLanded, ownChangeset } from './landed';

/**
 * The save of one artifact as a state machine: no React, no fetch, no clock. `begin` gives the first state, `commandOf`
 * what has to be done in a state, `next` the state after what came of it. `saveArtifact` drives it; every step has a
 * name, so that a test can stop a save at each.
 */

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
   * `found`, perhaps in part, although the server answered with this: links are written one by one after the artifact
   * (features D4).
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

function done(outcome: SaveOutcome): SaveState {
  return { step: 'done', outcome };
}

/** The change as it is, over a version that holds nothing newer. */
function plainAttempt({ change }: SaveJob, version: ArtifactSnapshot): Attempt {
  return { over: version, condition: conditionOf(version), change, joined: [], isPhantom: false };
}

function isEmpty({ values, comment }: ArtifactChange): boolean {
  return values.length === 0 && !comment;
}

export function begin(job: SaveJob): SaveState {
  if (isEmpty(job.change) && !job.rebase) return done({ kind: 'unchanged' });
  const attempt = plainAttempt(job, job.base);
  const readsFirst = attempt.condition.kind === 'compared' || job.earlier || job.rebase;
  return readsFirst ? { step: 'checking' } : { step: 'writing', attempt };
}

/** The state from which an earlier try is looked for and nothing is sent. */
export function lookFor({ attempt, error }: LostTry): SaveState {
  return { step: 'searching', attempt, error };
}

/**
 * The state from which it is looked what became of a save that did not come to its end, and nothing is sent: its answer was
 * lost, or it was stored and could not be read back. Null where nothing is left to look for.
 */
export function lookFrom(outcome: SaveOutcome): SaveState | null {
  if (outcome.kind === 'unknown') return lookFor(outcome);
  if (outcome.kind !== 'saved' || outcome.news) return null;
  return { step: 'auditing', attempt: outcome.attempt };
}

export function commandOf(state: SaveState): SaveCommand {
  if (state.step === 'done') return { type: 'none' };
  if (state.step === 'asking') return { type: 'ask' };
  return state.step === 'writing' ? { type: 'write', attempt: state.attempt } : { type: 'read' };
}

/**
 * Whether a value may be another one than `over` holds. Changesets that this person may not see are left out of the list, so
 * the date counts too (artifacts.md §6). A comment of the version's own second replaces nothing: without a validator it
 * would stand in the way of every save.
 */
function holdsNewValues(over: ArtifactSnapshot, { version, since }: News): boolean {
  const newest = since.at(-1);
  return (
    version.artifact.last_modified_date !== over.artifact.last_modified_date ||
    (newest !== undefined && !isSameState(newest, over))
  );
}

/** Whether a 412 has its reason: what was read then is not what the write went over, by its values or by its tag. */
function isNewer({ over }: Attempt, news: News): boolean {
  const tags = [over.etag, news.version.etag].map((etag) => normalisedEtag(etag ?? ''));
  const isOtherTag = !tags.includes('') && tags[0] !== tags[1];
  return isOtherTag || holdsNewValues(over, news);
}

function conflict(job: SaveJob, { version, since }: News): SaveState {
  return done({ kind: 'conflict', base: job.base, theirs: version, since });
}

/** The changesets that are not known to stand before the try. */
function afterTry({ joined }: Attempt, since: readonly Changeset[]): Changeset[] {
  const known = new Set(joined.map(({ id }) => id));
  return since.filter(({ id }) => !known.has(id));
}

/** A write that has no clear answer: with what came in place of one, where that still counts. */
type Try = Pick<LostTry, 'attempt'> & Partial<LostTry>;

/** The last try; undefined where nothing was sent yet. */
function lastTry(state: SaveState, { earlier }: SaveJob): Try | undefined {
  if ('error' in state) return state;
  return 'attempt' in state && state.attempt ? { attempt: state.attempt } : earlier;
}

/**
 * How a try is stored after all; null when nothing of it is there. By its comment alone only where no answer came: a 401 or
 * 412 refused it, so an equal comment is of another tab.
 */
function howItLanded(
  job: SaveJob,
  news: News,
  { attempt, error }: Try,
): 'found' | 'commented' | null {
  const since = afterTry(attempt, news.since);
  if (findLanded(job, since)) return 'found';
  const isLost = error !== undefined && error.status !== 401 && error.status !== 412;
  return isLost && findCommented(job, since) ? 'commented' : null;
}

function saved(
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

function toSend(attempt: Attempt): SaveState {
  const { change, over: version } = attempt;
  return isEmpty(change) ? done({ kind: 'unchanged', version }) : { step: 'writing', attempt };
}

/** Before anything is sent: over a newer version only what can be put together with it by itself. */
function afterCheck(job: SaveJob, news: News, isReplay = false): SaveState {
  const attempt = { ...plainAttempt(job, news.version), ...(isReplay ? { isReplay } : {}) };
  const isMoved = job.rebase !== undefined && hasOtherParts(job.base, news.version);
  if (!holdsNewValues(job.base, news) && !isMoved) return toSend(attempt);
  const change = job.rebase?.(news.version);
  if (!change) return conflict(job, news);
  // What came after the version is not put together with: should the server not notice it, the audit must.
  const joined = changesetsIn(news.version, news.since);
  return toSend({ ...attempt, change, joined });
}

/** What can still go out after a new sign-in is asked about; a conflict asks by itself. */
function afterReturn(attempt: Attempt | undefined, then: SaveState): SaveState {
  return then.step === 'writing' ? { step: 'asking', attempt } : then;
}

function afterAnswer(
  { attempt }: Extract<SaveState, { step: 'asking' }>,
  isAgreed: boolean,
  { earlier }: SaveJob,
): SaveState {
  if (isAgreed) return { step: 'checking', isAgreed, attempt };
  // Of a try before that one is known what was known before.
  return done(earlier ? { kind: 'unknown', search: 'notFound', ...earlier } : { kind: 'held' });
}

function afterRead(
  state: SaveState,
  { news, isBack = false }: Extract<SaveEvent, { type: 'read' }>,
  job: SaveJob,
): SaveState {
  if (state.step === 'auditing') {
    const { attempt } = state;
    return saved({ ...job, change: attempt.change }, news, {
      how: 'answered',
      attempt,
      despite: null,
    });
  }
  // Also after a 412: a browser sends a request again by itself, a PUT too, when a kept connection breaks without an answer;
  // the second copy is then refused because the first one landed.
  const tried = lastTry(state, job);
  const sent = tried ? { ...job, change: tried.attempt.change } : job;
  const how = tried && howItLanded(sent, news, tried);
  if (tried && how) {
    const despite = state.step === 'searching' && isRefusal(state.error) ? state.error : null;
    return saved(sent, news, { how, attempt: tried.attempt, despite });
  }
  if (state.step === 'searching') {
    const { error, attempt } = state;
    // It was refused because something newer stands there; only that could not be read then.
    if (error.status === 412 && isNewer(attempt, news)) return conflict(job, news);
    return done(
      isSettled(error)
        ? { kind: 'refused', error }
        : { kind: 'unknown', error, search: 'notFound', attempt },
    );
  }
  if (state.step === 'checking') {
    const { isAgreed = false, attempt } = state;
    const then = afterCheck(job, news, isAgreed);
    return isBack && !isAgreed ? afterReturn(attempt, then) : then;
  }
  if (state.step === 'returning') return afterReturn(state.attempt, afterCheck(job, news));
  if (state.step !== 'comparing') return state;
  if (isNewer(state.attempt, news)) return conflict(job, news);
  const other = state.attempt.isPhantom
    ? null
    : otherCondition(state.attempt.condition, news.version);
  return other
    ? { step: 'writing', attempt: { ...state.attempt, condition: other, isPhantom: true } }
    : done({ kind: 'refused', error: state.error });
}

function afterUnreadable(state: SaveState, error: ApiError, job: SaveJob): SaveState {
  if (state.step === 'auditing') {
    const { attempt } = state;
    const { joined, isPhantom } = attempt;
    const facts = { how: 'answered', joined, isPhantom, attempt, despite: null } as const;
    return done({ kind: 'saved', news: null, changeset: null, overtaken: [], ...facts });
  }
  // Also after a 412: a browser that sent it twice may have stored the first copy.
  if (state.step === 'searching' || state.step === 'comparing') {
    const { error: lost, attempt } = state;
    return done({ kind: 'unknown', error: lost, search: 'failed', attempt });
  }
  // The look before a second try failed: of the first one is known what was known before.
  if (state.step === 'checking' && job.earlier) {
    return done({ kind: 'unknown', search: 'failed', ...job.earlier });
  }
  return done({ kind: 'refused', error });
}

/** The state after `event`. An event that does not belong to the step changes nothing. */
export function next(state: SaveState, event: SaveEvent, job: SaveJob): SaveState {
  if (state.step === 'done') return state;
  if (state.step === 'writing') {
    const { attempt } = state;
    if (event.type === 'accepted')
      return { step: 'auditing', attempt: { ...attempt, storedAt: event.storedAt } };
    if (event.type !== 'rejected') return state;
    const { error } = event;
    if (error.status === 412) return { step: 'comparing', attempt, error };
    if (error.status === 401 && !attempt.isReplay) return { step: 'returning', attempt, error };
    return isCertain(error, attempt.change.values)
      ? done({ kind: 'refused', error })
      : { step: 'searching', attempt, error };
  }
  if (state.step === 'asking') {
    const isAnswer = event.type === 'agreed' || event.type === 'declined';
    return isAnswer ? afterAnswer(state, event.type === 'agreed', job) : state;
  }
  if (event.type === 'read') return afterRead(state, event, job);
  if (event.type === 'unreadable') return afterUnreadable(state, event.error, job);
  return state;
}
