import { asValue } from '~/api/answers/asValue';
import type { LoadedArtifact } from '~/api/artifacts/read';
import type { ApiError } from '~/api/error';
import { isRefusal, isSettled } from '~/saving/machine/certainty';

/** What moving needs of the world. Both throw `ApiError`. */
export interface MovePort {
  move(id: number, trackerId: number): Promise<unknown>;
  /** Reads the artifact past every cache. */
  read(id: number): Promise<LoadedArtifact>;
}

export type MoveOutcome =
  /** `found`: the answer was lost, but the artifact is in the other tracker. */
  | { kind: 'moved'; how: 'answered' | 'found' }
  /** It is where it was. */
  | { kind: 'refused'; error: ApiError }
  /** Nobody knows: `isThere` says whether it was read afterwards in its old tracker. */
  | { kind: 'unknown'; error: ApiError; isThere: boolean };

/**
 * Moves one artifact and finds out how it ended: after a lost answer its tracker tells, as the number stays
 * (artifacts.md §5.4). A second try looks first, as an artifact cannot be moved into the tracker it is in. Every outcome
 * is a value.
 */
export async function moveOne(id: number, trackerId: number, port: MovePort): Promise<MoveOutcome> {
  const moved = await asValue(port.move(id, trackerId));
  if ('value' in moved) return { kind: 'moved', how: 'answered' };
  const { error } = moved;
  const isLate = error.status === 400 || error.status === 401;
  if (isRefusal(error) && !isLate) return { kind: 'refused', error };
  return found(error, { id, trackerId, port });
}

/** Where the artifact is now; a 400 may be the second copy of a request that a browser sent twice on its own. */
async function found(
  error: ApiError,
  { id, trackerId, port }: { id: number; trackerId: number; port: MovePort },
): Promise<MoveOutcome> {
  const read = await asValue(port.read(id));
  if ('error' in read) {
    return isRefusal(error)
      ? { kind: 'refused', error }
      : { kind: 'unknown', error, isThere: false };
  }
  if (read.value.artifact.tracker.id === trackerId) return { kind: 'moved', how: 'found' };
  return isSettled(error) ? { kind: 'refused', error } : { kind: 'unknown', error, isThere: true };
}
