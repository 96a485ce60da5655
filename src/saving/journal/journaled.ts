import type { JournalEnd, JournalFacts } from './entry';
import { type BegunEntry, beginEntry, type Writer, writerNow } from './journal';

/** How a write ended, and its entry: a second try of the same goes on with it. Null when nothing was sent. */
export interface Journaled<Outcome> {
  outcome: Outcome;
  entry: BegunEntry | null;
}

export interface Telling {
  /** Of an earlier try of the same. */
  entry?: BegunEntry | null | undefined;
  /** Keeps in this browser what is about to be sent, so that the tab may be killed at any moment. */
  keep?: (() => Promise<void>) | undefined;
  /** Hears the steps around the write itself before they are awaited; `writing` again after a note in the midst of it. */
  onStep?: ((step: 'keeping' | 'noting' | 'writing' | 'closing') => void) | undefined;
  /** Whose page it is that sends; by default who is signed in now. */
  by?: Writer | undefined;
  /** The artifact from whose page it is saved, where that is another one. */
  from?: number | undefined;
}

interface Account<Outcome> {
  facts: JournalFacts;
  /** What an undo puts back. */
  before?: unknown;
  /** Where no draft keeps it: the version that the write starts from. */
  base?: unknown;
  /** What it starts from. */
  after?(outcome: Outcome): unknown;
  endOf(outcome: Outcome): JournalEnd;
}

/** Writes `facts` down, does it, and writes down how it ended. What throws has no known end. */
export async function journaled<Outcome>(
  { facts, before, base, after, endOf }: Account<Outcome>,
  run: (entry: BegunEntry) => Promise<Outcome>,
  { entry: earlier, keep, onStep, by = writerNow() }: Telling,
): Promise<Journaled<Outcome>> {
  onStep?.('keeping');
  await keep?.();
  onStep?.('noting');
  const entry = earlier ?? (await beginEntry(facts, { before, base, by }));
  const outcome = await run(entry);
  onStep?.('closing');
  await entry.end(endOf(outcome), after?.(outcome));
  return { outcome, entry };
}
