import { retryAfter } from '../answers/retryAfter';
import { ApiError } from '../error';

/** How often a read is asked at most. Writes are asked once: whether one landed has to be looked up. */
const MOST_TRIES = 3;
const FIRST_PAUSE = 400;
/** A person waits this long for a page without being told why; a longer wait is better said than sat out. */
const LONGEST_PAUSE = 5_000;
/** How often a read that ends like `error` is asked in all. */
export function triesFor(error: ApiError): number {
  const again = [1, 2].filter((attempt) => isWorthIt(error, attempt)).length;
  return again + 1;
}

/** A proxy's words for "not now"; the server says 429 and 503 too. */
const passing = new Set([429, 502, 503, 504]);

/**
 * Not offline: the browser knows. Not after a time-out: the person has waited long enough to be told. A 500 once: the
 * server's deadlocks are gone at the second try, its faults are not (live-facts.md, Concurrency).
 */
function isWorthIt(error: ApiError, attempt: number): boolean {
  if (error.kind === 'network') return error.reason !== 'offline' && error.reason !== 'timeout';
  if (error.kind !== 'http') return false;
  return error.status === 500 ? attempt === 1 : passing.has(error.status ?? 0);
}

/**
 * Milliseconds until a read that failed at `attempt` is tried again, or null when it is to be told. Never sooner than the
 * server asked for (`Retry-After`); jittered, so that those who failed together do not come back together.
 */
export function pauseAfter(error: unknown, attempt: number, random = Math.random): number | null {
  if (!(error instanceof ApiError) || attempt >= MOST_TRIES) return null;
  if (!isWorthIt(error, attempt)) return null;
  const asked = (retryAfter(error.headers) ?? 0) * 1_000;
  if (asked > LONGEST_PAUSE) return null;
  return asked + FIRST_PAUSE * 2 ** (attempt - 1) * (0.5 + random() / 2);
}

/** Waits; throws the signal's reason as soon as it aborts. */
function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop);
      resolve();
    }, milliseconds);
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });
}

/** Asks until it works, until another try would not help, or until `signal` aborts. */
export async function withRetries<T>(
  ask: (attempt: number) => Promise<T>,
  signal: AbortSignal,
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await ask(attempt);
    } catch (error) {
      const wait = signal.aborted ? null : pauseAfter(error, attempt);
      if (wait === null) throw error;
      await pause(wait, signal);
    }
  }
}
