import type { ApiError } from '~/api/error';
import { afterRead } from './afterRead';
import { isEmpty, plainAttempt } from './attempts';
import { isCertain } from './certainty';
import {
  done,
  type LostTry,
  type SaveCommand,
  type SaveEvent,
  type SaveJob,
  type SaveOutcome,
  type SaveState,
} from './states';

/**
 * The save of one artifact as a state machine: no React, no fetch, no clock. `begin` gives the first state, `commandOf`
 * what has to be done in a state, `next` the state after what came of it. `saveArtifact` drives it; every step has a
 * name, so that a test can stop a save at each.
 */

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

function afterAnswer(
  { attempt }: Extract<SaveState, { step: 'asking' }>,
  isAgreed: boolean,
  { earlier }: SaveJob,
): SaveState {
  if (isAgreed) return { step: 'checking', isAgreed, attempt };
  // Of a try before that one is known what was known before.
  return done(earlier ? { kind: 'unknown', search: 'notFound', ...earlier } : { kind: 'held' });
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
