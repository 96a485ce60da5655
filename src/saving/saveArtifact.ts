import type { ArtifactChange } from '~/api/artifacts/change';
import type { ArtifactSnapshot } from './draft/snapshot';
import type { Condition } from './machine/condition';
import { begin, commandOf, next } from './machine/saveMachine';
import type { Attempt, News, SaveEvent, SaveJob, SaveOutcome, SaveState } from './machine/states';
import { drive, type Sender } from './steps/drive';
import type { SaveStep } from './steps/steps';

/** What a save needs of the world. Both throw `ApiError`. */
export interface SavePort {
  /** The newest state, past every cache, and the changesets since the base. */
  read(base: ArtifactSnapshot): Promise<News>;
  /** Gives when it was stored as the answer names it, an HTTP date; null where it does not. */
  write(id: number, change: ArtifactChange, condition: Condition): Promise<string | null>;
}

export interface SaveOptions extends Sender {
  /** Hears each step before it is awaited. */
  onStep?: ((step: SaveStep) => void) | undefined;
  /** Hears what goes out, and over which version, right before it does; awaited, so that it is known after a killed tab. */
  onWrite?: ((attempt: Attempt) => Promise<void>) | undefined;
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
  { onStep, onWrite, from = begin(job), ask = async () => false, isBack }: SaveOptions = {},
): Promise<SaveOutcome> {
  return drive(
    { from, commandOf, next: (state: SaveState, event: SaveEvent) => next(state, event, job) },
    {
      async read() {
        const news = await port.read(job.base);
        return { type: 'read' as const, news, isBack: isBack?.() };
      },
      async write({ attempt }) {
        await onWrite?.(attempt);
        const { change, condition } = attempt;
        const storedAt = await port.write(job.base.artifact.id, change, condition);
        return { type: 'accepted' as const, storedAt };
      },
      ask,
    },
    onStep,
  );
}
