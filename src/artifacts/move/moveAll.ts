import type { MoveOutcome } from './moveOne';
import type { Mover } from './useMoveList';

export interface Moved {
  mover: Mover;
  /** `untried`: one before it was refused for a reason that holds for all of them. */
  outcome: MoveOutcome | { kind: 'untried' };
}

/** Whether a refusal is about the person or the connection, and not about that artifact: each other one would meet it too. */
function holdsForAll(outcome: Moved['outcome']): boolean {
  if (outcome.kind !== 'refused') return false;
  const { kind, status } = outcome.error;
  return kind === 'blocked' || status === 401 || status === 403;
}

/**
 * Moves one after the other and says how each ended. After a refusal that holds for all of them nothing more is sent.
 * `onNext` hears how many are done.
 */
export async function moveAll(
  movers: readonly Mover[],
  moveIt: (mover: Mover) => Promise<MoveOutcome>,
  onNext: (done: number) => void,
): Promise<Moved[]> {
  const all: Moved[] = [];
  let isOver = false;
  for (const mover of movers) {
    onNext(all.length);
    const outcome = isOver ? ({ kind: 'untried' } as const) : await moveIt(mover);
    isOver ||= holdsForAll(outcome);
    all.push({ mover, outcome });
  }
  return all;
}
