import type { ArtifactChange } from '~/api/artifacts';
import { ApiError } from '~/api/error';
import type { Condition } from './condition';
import type { ArtifactSnapshot } from './draft/snapshot';
import {
  begin,
  commandOf,
  type News,
  next,
  type SaveCommand,
  type SaveEvent,
  type SaveJob,
  type SaveOutcome,
  type SaveState,
  type SaveStep,
} from './saveMachine';

/** What a save needs of the world. Both throw `ApiError`. */
export interface SavePort {
  /** The newest state, past every cache, and the changesets since the base. */
  read(base: ArtifactSnapshot): Promise<News>;
  write(id: number, change: ArtifactChange, condition: Condition): Promise<void>;
}

async function carryOut(
  command: Exclude<SaveCommand, { type: 'none' }>,
  job: SaveJob,
  port: SavePort,
): Promise<SaveEvent> {
  try {
    if (command.type === 'read') return { type: 'read', news: await port.read(job.base) };
    await port.write(job.base.artifact.id, command.change, command.condition);
    return { type: 'accepted' };
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return { type: command.type === 'read' ? 'unreadable' : 'rejected', error };
  }
}

export interface SaveOptions {
  /** Hears each step before it is awaited. */
  onStep?: ((step: SaveStep) => void) | undefined;
  /** Where to start; `lookFor` when only an earlier try is to be found. */
  from?: SaveState | undefined;
}

/**
 * Saves one change of an artifact and proves it: guarded write, then a look at what stands between base and save.
 * Every outcome is a value; only a fault of ours throws.
 */
export async function saveArtifact(
  job: SaveJob,
  port: SavePort,
  { onStep, from = begin(job) }: SaveOptions = {},
): Promise<SaveOutcome> {
  let state = from;
  for (;;) {
    onStep?.(state.step);
    if (state.step === 'done') return state.outcome;
    const command = commandOf(state);
    if (command.type === 'none') throw new Error(`Parterre fault: nothing to do in ${state.step}`);
    state = next(state, await carryOut(command, job, port), job);
  }
}
