import type { Bench } from '../bench';
import { type Finding, unknown } from '../check';

/** What a check says that has no artifact to be tried on. */
export const noArtifact = unknown(
  'Not tested: no artifact to try it on was found.',
  'Name an artifact that you may change, then check again.',
);

/** Why a check cannot be made: nobody is signed in. */
export function nobody(bench: Bench): Finding | undefined {
  if (!bench.person) return unknown('Not tested: nobody is signed in.');
  return undefined;
}
