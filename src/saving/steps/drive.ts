import { ApiError } from '~/api/error';

interface Failure {
  type: 'unreadable' | 'rejected';
  error: ApiError;
}

/** What the person said to "send now?". */
interface Answer {
  type: 'agreed' | 'declined';
}

/**
 * Asks the person whether a save goes out now that they are signed in again (journey J4); false also where nobody can be
 * asked any more, as the page was left.
 */
export type AskToSend = () => Promise<boolean>;

/** What a save knows of the person before the page. Without it nobody can be asked, and nothing is sent after a new sign-in. */
export interface Sender {
  /** "Send now?" */
  ask?: AskToSend | undefined;
  /** Whether the sign-in ended since the save was wanted: a read waits until the person is back, and then goes on. */
  isBack?: (() => boolean) | undefined;
}

/** The same sender, but the person is asked once, and the answer holds for the rest of it: a save at several artifacts. */
export function askedOnce({ ask, isBack }: Sender): Sender {
  let answer: Promise<boolean> | undefined;
  const once =
    ask &&
    (() => {
      answer ??= ask();
      return answer;
    });
  return { ask: once, isBack };
}

/** A save as a pure machine: what has to be done in a state, and the state after what came of it. */
interface Machine<State, Write, Event> {
  from: State;
  commandOf(state: State): { type: 'read' } | { type: 'ask' } | { type: 'none' } | Write;
  next(state: State, event: Event | Answer | Failure): State;
}

/** What the machine's commands do to the world. Reading and writing throw `ApiError`. */
interface Hands<Write, Event> {
  read(): Promise<Event>;
  write(command: Write): Promise<Event>;
  ask: AskToSend;
}

type Done<State> = Extract<State, { step: 'done'; outcome: unknown }>;

function isDone<State extends { step: string }>(state: State): state is Done<State> {
  return state.step === 'done';
}

async function carryOut<Write extends { type: 'write' }, Event>(
  command: { type: 'read' } | { type: 'ask' } | Write,
  hands: Hands<Write, Event>,
): Promise<Event | Answer | Failure> {
  if (command.type === 'ask') return { type: (await hands.ask()) ? 'agreed' : 'declined' };
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
