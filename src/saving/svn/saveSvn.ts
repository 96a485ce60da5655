import type { SettingsToSend } from '~/api/svn';
import { drive, type Sender } from '../steps/drive';
import type { SvnSaveStep } from '../steps/steps';
import {
  begin,
  commandOf,
  next,
  type SvnSaveEvent,
  type SvnSaveJob,
  type SvnSaveOutcome,
  type SvnSaveState,
} from './saveSvnMachine';
import type { SvnSnapshot } from './svnSnapshot';

/** What a save of settings needs of the world. Both throw `ApiError`. */
export interface SvnSavePort {
  /** The settings as they are now, past every cache; undefined when this person is not shown them. */
  read(id: number): Promise<SvnSnapshot | undefined>;
  /** Replaces all settings and gives what the server answered. */
  write(id: number, settings: SettingsToSend): Promise<SvnSnapshot | undefined>;
}

export interface SvnSaveOptions extends Sender {
  /** Hears each step before it is awaited. */
  onStep?: ((step: SvnSaveStep) => void) | undefined;
  /** Where to start; `lookFor` when only an earlier try is to be found. */
  from?: SvnSaveState | undefined;
}

/**
 * Saves the settings of a repository and proves it: read, merge, write everything, read back, compare with what was sent.
 * Every outcome is a value; only a fault of ours throws.
 */
export async function saveSvn(
  job: SvnSaveJob,
  port: SvnSavePort,
  { onStep, from = begin(job), ask = async () => false, isBack }: SvnSaveOptions = {},
): Promise<SvnSaveOutcome> {
  const { id } = job.base;
  return drive(
    {
      from,
      commandOf,
      next: (state: SvnSaveState, event: SvnSaveEvent) => next(state, event, job),
    },
    {
      async read() {
        const version = await port.read(id);
        return { type: 'read' as const, version, isBack: isBack?.() };
      },
      write: async ({ settings }) => ({
        type: 'accepted' as const,
        answer: await port.write(id, settings),
      }),
      ask,
    },
    onStep,
  );
}
