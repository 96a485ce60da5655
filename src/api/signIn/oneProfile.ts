import { ApiError } from '../error';
import { scope } from '../session';

type Ask<Args extends unknown[], Result> = (...args: Args) => Promise<Result>;

/** What ties work of many requests to the profile it began under (features C1). */
export interface OneProfile {
  /** The id of its server, and of its person there. */
  scope: readonly [string, number];
  isCurrent(): boolean;
  /** A read as it is, but its result counts only when the profile is still the same at its end. */
  read<Args extends unknown[], Result>(ask: Ask<Args, Result>): Ask<Args, Result>;
  /** A write of one request as it is, but it leaves only when the profile is still the same. */
  write<Args extends unknown[], Result>(ask: Ask<Args, Result>): Ask<Args, Result>;
}

/**
 * The profile of now. A save is many requests, and each goes to the profile that is current when it begins: what is asked
 * through this fails with `blocked` once another one came, because `artifacts/7` is something else there.
 */
export function oneProfile(): OneProfile {
  const mine = scope();
  const isCurrent = () => scope().join() === mine.join();
  function requireCurrent(method: string): void {
    if (isCurrent()) return;
    const message = 'Another profile was chosen before this was done.';
    const request = { method, path: '/api/' };
    throw new ApiError('blocked', message, { request, reason: 'somebodyElse' });
  }
  return {
    scope: mine,
    isCurrent,
    read:
      (ask) =>
      async (...args) => {
        requireCurrent('GET');
        const result = await ask(...args);
        requireCurrent('GET');
        return result;
      },
    write:
      (ask) =>
      async (...args) => {
        requireCurrent('PUT');
        return ask(...args);
      },
  };
}
