import { changesetsIn } from '../draft/snapshot';
import { hasOtherParts } from '../others/parts';
import { holdsNewValues, isNewer, plainAttempt, toSend } from './attempts';
import { isRefusal, isSettled } from './certainty';
import { otherCondition } from './condition';
import {
  type Attempt,
  done,
  type News,
  type SaveEvent,
  type SaveJob,
  type SaveState,
} from './states';
import { howItLanded, lastTry, saved } from './tries';

type In<Step extends SaveState['step']> = Extract<SaveState, { step: Step }>;

function conflict(job: SaveJob, { version, since }: News): SaveState {
  return done({ kind: 'conflict', base: job.base, theirs: version, since });
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

/** A try whose answer was lost is not there: refused, or not known yet. */
function afterSearch({ error, attempt }: In<'searching'>, news: News, job: SaveJob): SaveState {
  // It was refused because something newer stands there; only that could not be read then.
  if (error.status === 412 && isNewer(attempt, news)) return conflict(job, news);
  return done(
    isSettled(error)
      ? { kind: 'refused', error }
      : { kind: 'unknown', error, search: 'notFound', attempt },
  );
}

/** After a 412: somebody was first, or a proxy had mangled the validator (features X9). */
function afterComparison({ attempt, error }: In<'comparing'>, news: News, job: SaveJob): SaveState {
  if (isNewer(attempt, news)) return conflict(job, news);
  const condition = attempt.isPhantom ? null : otherCondition(attempt.condition, news.version);
  return condition
    ? { step: 'writing', attempt: { ...attempt, condition, isPhantom: true } }
    : done({ kind: 'refused', error });
}

/** The end of a try that landed without a clear answer; null where nothing of one is there. */
function found(state: SaveState, news: News, job: SaveJob): SaveState | null {
  // Also after a 412: a browser sends a request again by itself, a PUT too, when a kept connection breaks without an answer;
  // the second copy is then refused because the first one landed.
  const tried = lastTry(state, job);
  if (!tried) return null;
  const { attempt } = tried;
  const sent = { ...job, change: attempt.change };
  const how = howItLanded(sent, news, tried);
  if (!how) return null;
  const despite = state.step === 'searching' && isRefusal(state.error) ? state.error : null;
  return saved(sent, news, { how, attempt, despite });
}

/** The state after the server was read. */
export function afterRead(
  state: SaveState,
  { news, isBack = false }: Extract<SaveEvent, { type: 'read' }>,
  job: SaveJob,
): SaveState {
  if (state.step === 'auditing') {
    const { attempt } = state;
    const sent = { ...job, change: attempt.change };
    return saved(sent, news, { how: 'answered', attempt, despite: null });
  }
  const end = found(state, news, job);
  if (end) return end;
  if (state.step === 'searching') return afterSearch(state, news, job);
  if (state.step === 'comparing') return afterComparison(state, news, job);
  if (state.step === 'returning') return afterReturn(state.attempt, afterCheck(job, news));
  if (state.step !== 'checking') return state;
  const { isAgreed = false, attempt } = state;
  const then = afterCheck(job, news, isAgreed);
  return isBack && !isAgreed ? afterReturn(attempt, then) : then;
}
