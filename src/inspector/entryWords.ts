import { type LoggedRequest, STOPPED } from '~/api/requests/log';
import { formatBytes } from '~/lib/numbers';

/** The page that asked was left, or asked anew: no fault of anybody. */
function isStopped({ status, problem }: LoggedRequest): boolean {
  return status === null && problem === STOPPED;
}

/** `200`, `under way`, `stopped`, or why there is none. */
export function statusWords(entry: LoggedRequest): string {
  const { status, problem, milliseconds } = entry;
  if (status !== null) return String(status);
  if (isStopped(entry)) return 'stopped';
  return problem !== null || milliseconds !== null ? 'no answer' : 'under way';
}

/** `12 ms`, `1.2 s`; empty while it is under way. */
export function timeWords({ milliseconds }: LoggedRequest): string {
  if (milliseconds === null) return '';
  return milliseconds < 1000 ? `${milliseconds} ms` : `${(milliseconds / 1000).toFixed(1)} s`;
}

export function sizeWords({ answerBytes }: LoggedRequest): string {
  return answerBytes === null ? '' : formatBytes(answerBytes);
}

export function attemptWords({ attempt }: LoggedRequest): string {
  return attempt === 1 ? '' : `try ${attempt}`;
}

/** How it went, for the colour of its status. */
export function toneOf(entry: LoggedRequest): 'good' | 'bad' | 'open' {
  const { status, problem } = entry;
  if (isStopped(entry)) return 'open';
  if (status === null) return problem === null ? 'open' : 'bad';
  return status >= 400 ? 'bad' : 'good';
}

/**
 * The requests that hold every word typed: in method, path, status or problem. Newest first, as they are looked for.
 */
export function matching(log: readonly LoggedRequest[], typed: string): LoggedRequest[] {
  const words = typed
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  return log
    .filter((entry) => {
      const text = `${entry.method} ${entry.path} ${statusWords(entry)} ${entry.problem ?? ''}`;
      return words.every((word) => text.toLowerCase().includes(word));
    })
    .toReversed();
}
