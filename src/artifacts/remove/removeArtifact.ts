import { asValue } from '~/api/answers/asValue';
import { type DeletionBudget, deletionBudget } from '~/api/artifacts/remove';
import type { ApiError } from '~/api/error';
import { isRefusal, isSettled } from '~/saving/machine/certainty';

/** What deleting needs of the world. Both throw `ApiError`. */
export interface RemovePort {
  remove(id: number): Promise<DeletionBudget>;
  /** Reads the artifact; 404 when it is gone. */
  read(id: number): Promise<unknown>;
}

export type RemoveOutcome =
  /**
   * `found`: the answer was lost, but it is gone. `before`: the server did not know it any more, neither to delete nor to
   * read: deleted by somebody else, or by this very request when the browser sent it twice.
   */
  | { kind: 'deleted'; how: 'answered' | 'found' | 'before'; budget: DeletionBudget | null }
  /** It is still there. `budget` where the answer said it: the limit of deletions is why. */
  | { kind: 'refused'; error: ApiError; budget: DeletionBudget }
  /** `isThere`: read afterwards, and it was there at that moment; null when reading failed too. */
  | { kind: 'unknown'; error: ApiError; isThere: true | null };

function refused(error: ApiError): RemoveOutcome {
  return { kind: 'refused', error, budget: deletionBudget(error.headers) };
}

/**
 * Deletes an artifact and finds out how it ended: after a lost answer reading it tells, as what is deleted is 404
 * (artifacts.md §5.3). A 404 alone does not: a server that takes no DELETE at that address, or a proxy that forbids it,
 * answers the same (live-facts.md, Errors). Asking twice does no harm. Every outcome is a value.
 */
export async function removeArtifact(id: number, port: RemovePort): Promise<RemoveOutcome> {
  const removed = await asValue(port.remove(id));
  if ('value' in removed) return { kind: 'deleted', how: 'answered', budget: removed.value };
  const { error } = removed;
  const isUnknown = error.status === 404;
  if (isRefusal(error) && !isUnknown) return refused(error);
  const read = await asValue(port.read(id));
  const isThere = 'value' in read ? true : null;
  if ('error' in read && read.error.status === 404) {
    return { kind: 'deleted', how: isUnknown ? 'before' : 'found', budget: null };
  }
  return isThere && isSettled(error) ? refused(error) : { kind: 'unknown', error, isThere };
}
