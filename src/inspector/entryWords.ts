import type { LoggedRequest } from '~/api/requests/log';
import { formatBytes } from '~/lib/numbers';

/** `200`, `under way`, or why there is none. */
export function statusWords({ status, problem, milliseconds }: LoggedRequest): string {
  if (status !== null) return String(status);
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
export function toneOf({ status, problem }: LoggedRequest): 'good' | 'bad' | 'open' {
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
