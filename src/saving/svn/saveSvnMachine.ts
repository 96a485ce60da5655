import type { ApiError } from '~/api/error';
import type { SettingsToSend } from '~/api/svn';
import { isRefusal, isSettled } from '../machine/certainty';
import { mergeSettings, type PartMerge } from './mergeSettings';
import { changedParts, type PartKey } from './parts';
import { differencesOf, isDifferent, isStoredFormOf, type StoredDifferences } from './stored';
import { type SvnSnapshot, toSend } from './svnSnapshot';

/**
 * The save of one repository's settings as a state machine, in the way of `saveMachine`: no React, no fetch, no clock.
 * PUT knows no precondition and replaces everything (reliability M4), so the newest settings are read right before it,
 * merged with what the draft started from, and what the server made of the save is read back.
 */

export interface SvnSaveJob {
  base: SvnSnapshot;
  /** All settings as the person wants them. */
  mine: SettingsToSend;
  /** What an earlier try sent whose answer was lost: it is looked for before anything else. */
  mayHaveLanded: SettingsToSend | null;
}

/** One write: what goes out, over which settings. */
export interface SvnAttempt {
  sent: SettingsToSend;
  before: SvnSnapshot;
  /** How the base, mine and theirs came together. */
  rows: readonly PartMerge[];
  /** Sent once more after a new sign-in: a second 401 is final. */
  isReplay?: boolean;
}

interface Stored {
  /** As read back; as the answer of the write gave it when reading back failed. */
  version: SvnSnapshot;
  isReadBack: boolean;
  attempt: SvnAttempt;
  differences: StoredDifferences;
  /** Parts that somebody else changed between the answer of the write and the reading back. */
  overtaken: readonly PartKey[];
  /** `found`: the answer was lost, the settings were found afterwards. */
  how: 'answered' | 'found';
}

export type SvnSaveOutcome =
  /** The server already holds what was to be saved. */
  | { kind: 'unchanged'; version: SvnSnapshot }
  | ({ kind: 'saved' } & Stored)
  /** Stored, but not as it was sent: rules were disabled. */
  | ({ kind: 'savedDifferently' } & Stored)
  /** Nothing was sent: a part was changed on both sides. */
  | { kind: 'conflict'; theirs: SvnSnapshot; rows: readonly PartMerge[] }
  /** Nothing was stored. */
  | { kind: 'refused'; error: ApiError; attempt: SvnAttempt | null }
  /** Nothing was stored: signed in again, the person did not want it sent now. */
  | { kind: 'held' }
  /** Nothing was sent: the server does not show the settings to this person any more. */
  | { kind: 'forbidden' }
  /**
   * Stored or not: nobody knows. `notFound`: the settings were as before; `other`: neither as before nor as sent;
   * `failed`: they could not be read.
   */
  | {
      kind: 'unknown';
      error: ApiError;
      search: 'notFound' | 'other' | 'failed';
      attempt: SvnAttempt;
    };

export type SvnSaveState =
  /**
   * `isAgreed`: to be sent after a new sign-in; the question may have stood for long. `attempt`: what was sent before it.
   */
  | { step: 'checking'; isAgreed?: true; attempt?: SvnAttempt | undefined }
  | { step: 'writing'; attempt: SvnAttempt }
  /** After a 200: what did the server make of it? */
  | { step: 'auditing'; attempt: SvnAttempt; answer: SvnSnapshot | undefined }
  /** No clear answer came: did it land? */
  | { step: 'searching'; attempt: SvnAttempt; error: ApiError }
  /** A 401: the look waits for the new sign-in, and only what did not land is sent again (features C4). */
  | { step: 'returning'; attempt: SvnAttempt; error: ApiError }
  /** Signed in again, and what was sent before, if anything, did not land: "send now?" (journey J4). */
  | { step: 'asking'; attempt: SvnAttempt | undefined }
  | { step: 'done'; outcome: SvnSaveOutcome };

export type SvnSaveEvent =
  /** Undefined: the answer held no settings. `isBack`: the sign-in had ended since the save was wanted. */
  | { type: 'read'; version: SvnSnapshot | undefined; isBack?: boolean | undefined }
  | { type: 'unreadable'; error: ApiError }
  | { type: 'accepted'; answer: SvnSnapshot | undefined }
  | { type: 'rejected'; error: ApiError }
  | { type: 'agreed' }
  | { type: 'declined' };

export type SvnSaveCommand =
  | { type: 'read' }
  | { type: 'ask' }
  | { type: 'write'; settings: SettingsToSend }
  | { type: 'none' };

function done(outcome: SvnSaveOutcome): SvnSaveState {
  return { step: 'done', outcome };
}

export function begin(job: SvnSaveJob): SvnSaveState {
  const isChanged = changedParts(toSend(job.base.settings), job.mine).length > 0;
  return isChanged ? { step: 'checking' } : done({ kind: 'unchanged', version: job.base });
}

/** The state from which a try whose answer was lost with `error` is looked for; nothing is sent. */
export function lookFor(attempt: SvnAttempt, error: ApiError): SvnSaveState {
  return { step: 'searching', attempt, error };
}

export function commandOf(state: SvnSaveState): SvnSaveCommand {
  if (state.step === 'done') return { type: 'none' };
  if (state.step === 'asking') return { type: 'ask' };
  if (state.step === 'writing') return { type: 'write', settings: state.attempt.sent };
  return { type: 'read' };
}

/** `answer`: what the server answered, where somebody else may have written since. */
function stored(
  attempt: SvnAttempt,
  version: SvnSnapshot,
  facts: Pick<Stored, 'isReadBack' | 'how'> & { answer?: SvnSnapshot | undefined },
): SvnSaveState {
  const { isReadBack, how, answer = version } = facts;
  const [answered, now] = [toSend(answer.settings), toSend(version.settings)];
  const differences = differencesOf(attempt.sent, answered);
  const kind = isDifferent(differences) ? 'savedDifferently' : 'saved';
  const overtaken = changedParts(answered, now);
  return done({ kind, version, isReadBack, attempt, differences, overtaken, how });
}

/** `earlier`: what a try sent of which is not known whether it landed. */
function afterCheck(
  job: SvnSaveJob,
  theirs: SvnSnapshot,
  { earlier, isReplay }: { earlier: SettingsToSend | null; isReplay: boolean },
): SvnSaveState {
  const now = toSend(theirs.settings);
  const { rows, settings } = mergeSettings(toSend(job.base.settings), job.mine, now);
  const attempt = { sent: settings, before: theirs, rows, ...(isReplay ? { isReplay } : {}) };
  if (earlier && isStoredFormOf(earlier, now)) {
    const sent = earlier;
    return stored({ ...attempt, sent }, theirs, { isReadBack: true, how: 'found' });
  }
  if (rows.some(({ outcome }) => outcome === 'conflict')) {
    return done({ kind: 'conflict', theirs, rows });
  }
  return changedParts(now, settings).length === 0
    ? done({ kind: 'unchanged', version: theirs })
    : { step: 'writing', attempt };
}

/** What can still go out after a new sign-in is asked about; a conflict asks by itself. */
function afterReturn(attempt: SvnAttempt | undefined, then: SvnSaveState): SvnSaveState {
  return then.step === 'writing' ? { step: 'asking', attempt } : then;
}

function afterSearch(attempt: SvnAttempt, version: SvnSnapshot, error: ApiError): SvnSaveState {
  const now = toSend(version.settings);
  if (isStoredFormOf(attempt.sent, now)) {
    return stored(attempt, version, { isReadBack: true, how: 'found' });
  }
  if (changedParts(toSend(attempt.before.settings), now).length > 0) {
    // The server writes part after part: a failure in the middle leaves half of it.
    return done({ kind: 'unknown', error, search: 'other', attempt });
  }
  return isSettled(error)
    ? done({ kind: 'refused', error, attempt })
    : done({ kind: 'unknown', error, search: 'notFound', attempt });
}

function afterUnread(
  state: Exclude<SvnSaveState, { step: 'done' | 'writing' | 'asking' }>,
  error: ApiError | null,
): SvnSaveState {
  if (state.step === 'auditing') {
    const { attempt, answer } = state;
    if (answer) return stored(attempt, answer, { isReadBack: false, how: 'answered' });
    return error
      ? done({ kind: 'unknown', error, search: 'failed', attempt })
      : done({ kind: 'forbidden' });
  }
  if (state.step === 'searching') {
    return done({ kind: 'unknown', error: state.error, search: 'failed', attempt: state.attempt });
  }
  if (state.step === 'returning') {
    return done({ kind: 'refused', error: state.error, attempt: state.attempt });
  }
  return error ? done({ kind: 'refused', error, attempt: null }) : done({ kind: 'forbidden' });
}

/** The state after `event`. An event that does not belong to the step changes nothing. */
export function next(state: SvnSaveState, event: SvnSaveEvent, job: SvnSaveJob): SvnSaveState {
  if (state.step === 'done') return state;
  if (state.step === 'writing') {
    const { attempt } = state;
    if (event.type === 'accepted') return { step: 'auditing', attempt, answer: event.answer };
    if (event.type !== 'rejected') return state;
    const { error } = event;
    if (error.status === 401 && !attempt.isReplay) return { step: 'returning', attempt, error };
    // It judges all settings before it writes the first (svn.md §3).
    return isRefusal(error)
      ? done({ kind: 'refused', error, attempt })
      : { step: 'searching', attempt, error };
  }
  if (state.step === 'asking') {
    if (event.type === 'agreed') return { ...state, step: 'checking', isAgreed: true };
    return event.type === 'declined' ? done({ kind: 'held' }) : state;
  }
  if (event.type === 'unreadable') return afterUnread(state, event.error);
  if (event.type !== 'read') return state;
  if (!event.version) return afterUnread(state, null);
  if (state.step === 'checking') {
    const { isAgreed = false, attempt } = state;
    const earlier = attempt?.sent ?? job.mayHaveLanded;
    const then = afterCheck(job, event.version, { earlier, isReplay: isAgreed });
    return event.isBack && !isAgreed ? afterReturn(attempt, then) : then;
  }
  if (state.step === 'returning') {
    const { attempt } = state;
    const earlier = attempt.sent;
    return afterReturn(attempt, afterCheck(job, event.version, { earlier, isReplay: false }));
  }
  if (state.step === 'searching') return afterSearch(state.attempt, event.version, state.error);
  return stored(state.attempt, event.version, {
    isReadBack: true,
    how: 'answered',
    answer: state.answer,
  });
}
