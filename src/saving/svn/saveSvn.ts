import { ApiError } from '~/api/error';
import type { SettingsToSend } from '~/api/svn';
import {
  begin,
  commandOf,
  next,
  type SvnSaveCommand,
  type SvnSaveEvent,
  type SvnSaveJob,
  type SvnSaveOutcome,
  type SvnSaveState,
  type SvnSaveStep,
} from './saveSvnMachine';
import type { SvnSnapshot } from './svnSnapshot';

/** What a save of settings needs of the world. Both throw `ApiError`. */
export interface SvnSavePort {
  /** The settings as they are now, past every cache; undefined when this person is not shown them. */
  read(id: number): Promise<SvnSnapshot | undefined>;
  /** Replaces all settings and gives what the server answered. */
  write(id: number, settings: SettingsToSend): Promise<SvnSnapshot | undefined>;
}

async function carryOut(
  command: Exclude<SvnSaveCommand, { type: 'none' }>,
  id: number,
  port: SvnSavePort,
): Promise<SvnSaveEvent> {
  try {
    if (command.type === 'read') return { type: 'read', version: await port.read(id) };
    return { type: 'accepted', answer: await port.write(id, command.settings) };
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return { type: command.type === 'read' ? 'unreadable' : 'rejected', error };
  }
}

export interface SvnSaveOptions {
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
  { onStep, from = begin(job) }: SvnSaveOptions = {},
): Promise<SvnSaveOutcome> {
  let state = from;
  for (;;) {
    onStep?.(state.step);
    if (state.step === 'done') return state.outcome;
    const command = commandOf(state);
    if (command.type === 'none') throw new Error(`Parterre fault: nothing to do in ${state.step}`);
    state = next(state, await carryOut(command, job.base.id, port), job);
  }
}
