import { readArtifact } from '~/api/artifacts/read';
import type { ApiError } from '~/api/error';
import { createDraft, type Draft } from '~/saving/draft/draft';
import { snapshotOf } from '~/saving/draft/snapshot';
import type { RacesWorld } from '../races/racesWorld';
import { sandboxPeople } from '../sandbox/people';

/** How a try ended, for the person: it is there; it is not, and why; a conflict to settle; or nobody knows. */
export type Ending =
  | { kind: 'done' }
  | { kind: 'not'; error: ApiError | null }
  | { kind: 'conflict' }
  | { kind: 'unknown'; error: ApiError };

/** One thing that a person wants, made ready in the world. */
export interface Wish {
  /** One try; after another, the button that the page offers then. */
  attempt(): Promise<Ending>;
  /** How often the server holds what was wanted. */
  count(): number;
}

export interface Operation {
  name: string;
  /** The planned writes of `api/` that it sends. */
  writes: readonly string[];
  prepare(world: RacesWorld, mark: string): Promise<Wish>;
}

export const me = sandboxPeople.anna.id;
/** Signed in again, the person wants it sent. */
export const ask = async () => true;

export function begin(world: RacesWorld, tracker: number) {
  const of = world.trackers[tracker];
  if (!of) throw new Error('No such tracker');
  const { world: data } = world.open;
  // Later each time: only five deletions a day.
  data.clockOffset += 2 * 86_400_000;
  const now = Date.UTC(2026, 10, 21) + data.clockOffset;
  const run = { mode: 'recorded' as const, seed: 1, now: () => now };
  return world.begin(of, { ...run, gap: () => Promise.resolve() });
}

export async function draftOf(id: number): Promise<Draft> {
  const loaded = await readArtifact(id);
  return createDraft(snapshotOf(loaded));
}

export function fieldOf(draft: Draft, type: string) {
  const field = draft.state().base.fields.find((one) => one.type === type);
  if (!field) throw new Error(`No field of type ${type}`);
  return field;
}
