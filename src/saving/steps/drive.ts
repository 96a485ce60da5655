import { ApiError } from '~/api/error';

interface Failure {
  type: 'unreadable' | 'rejected';
  error: ApiError;
}

/** A save as a pure machine: what has to be done in a state, and the state after what came of it. */
interface Machine<State, Write, Event> {
  from: State;
  commandOf(state: State): { type: 'read' } | { type: 'none' } | Write;
  next(state: State, event: Event | Failure): State;
}

/** What the machine's commands do to the world. Both throw `ApiError`. */
interface Hands<Write, Event> {
  read(): Promise<Event>;
  write(command: Write): Promise<Event>;
}

type Done<State> = Extract<State, { step: 'done'; outcome: unknown }>;

function isDone<State extends { step: string }>(state: State): state is Done<State> {
  return state.step === 'done';
}

async function carryOut<Write extends { type: 'write' }, Event>(
  command: { type: 'read' } | Write,
  hands: Hands<Write, Event>,
): Promise<Event | Failure> {
  try {
    return command.type === 'read' ? await hands.read() : await hands.write(command);
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return { type: command.type === 'read' ? 'unreadable' : 'rejected', error };
  }
}

/**
 * Carries out what a save's machine asks for until it is done, and gives the outcome. `onStep` hears each step before it
 * is awaited, so that a test can stop a save at each. What the server does is an outcome; only a fault of ours throws.
 */
export async function drive<State extends { step: string }, Write extends { type: 'write' }, Event>(
  machine: Machine<State, Write, Event>,
  hands: Hands<Write, Event>,
  onStep?: (step: State['step']) => void,
): Promise<Done<State>['outcome']> {
  let state = machine.from;
  for (;;) {
    onStep?.(state.step);
    if (isDone(state)) return state.outcome;
    const command = machine.commandOf(state);
    if (command.type === 'none') throw new Error(`Parterre fault: nothing to do in ${state.step}`);
    state = machine.next(state, await carryOut(command, hands));
  }
}
