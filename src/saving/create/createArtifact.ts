import { asValue } from '~/api/answers/asValue';
import type { ArtifactChange } from '~/api/artifacts/change';
import type { Artifact } from '~/api/artifacts/read';
import type { ApiError } from '~/api/error';
import type { Field } from '~/api/trackers';
import { holds } from '../landed';
import { isCertain, isRefusal, isSettled } from '../machine/certainty';
import { isSameEntry } from '../sameEntry';
import type { Sender } from '../steps/drive';
import type { CreateStep } from '../steps/steps';

export interface CreateJob {
  trackerId: number;
  fields: readonly Field[];
  values: ArtifactChange['values'];
  /** The artifact that the server copies itself: of it the title alone is taken over (recorded artifacts/28). */
  copyOf?: { id: number; title: string } | undefined;
  /** User id of the person who creates. */
  me: number;
  /**
   * The newest artifact of the tracker before an earlier try of the same, whose answer was lost: what is newer may be
   * that try. Null for a first try.
   */
  triedAfter: number | null;
}

/** What creating needs of the world. All throw `ApiError`. */
export interface CreatePort {
  /** The highest id that the person may see in the tracker; 0 when there is none. */
  newestId(trackerId: number): Promise<number>;
  create(trackerId: number, values: ArtifactChange['values']): Promise<{ id: number }>;
  /** The artifacts of the tracker with higher ids than that, with values. */
  after(trackerId: number, id: number): Promise<readonly Artifact[]>;
}

export interface UnknownCreate {
  kind: 'unknown';
  error: ApiError;
  /** `notFound`: looked, and nothing equal was there at that moment. */
  search: 'notFound' | 'failed';
  /** What the person created in the tracker since, but with other content: may be it after all. */
  maybe: readonly Artifact[];
  triedAfter: number;
}

export type CreateOutcome =
  /**
   * `found`: the answer was lost, the artifact was found afterwards. `doubles`: equal ones of the same minute, which the
   * browser made by sending again on its own when a connection broke (Chromium does so for a POST too).
   */
  | { kind: 'created'; id: number; how: 'answered' | 'found'; doubles: readonly number[] }
  /** Nothing was stored. */
  | { kind: 'refused'; error: ApiError }
  /** Nothing was stored: signed in again, the person did not want it sent now. */
  | { kind: 'held' }
  /** Stored or not: nobody knows yet. */
  | UnknownCreate;

function isEqual({ values, fields, copyOf }: CreateJob, artifact: Artifact): boolean {
  // The other tracker may keep its title in a field of another type, which the server fills in its own way.
  if (copyOf) return isSameEntry(artifact.title, copyOf.title);
  return values.every((entry) => {
    const field = fields.find(({ field_id }) => field_id === entry.field_id);
    return field !== undefined && holds(artifact.values, entry, field);
  });
}

/** The artifacts that hold what was sent, oldest first. */
function equalIds(job: CreateJob, artifacts: readonly Artifact[]): number[] {
  return artifacts
    .filter((artifact) => artifact.submitted_by === job.me && isEqual(job, artifact))
    .map(({ id }) => id)
    .sort((a, b) => a - b);
}

export interface CreateHooks extends Sender {
  /** Hears each step before it is awaited. */
  onStep?(step: CreateStep): void;
  /** Writes down after which artifact it is about to be sent; awaited before it is, so that a killed tab's try is found. */
  note?(triedAfter: number): Promise<void>;
}

/** What a try whose answer was lost is looked for by. */
export interface Search {
  triedAfter: number;
  /** Why it is not known what became of the try. */
  error: ApiError;
}

/** Looks for a try whose answer was lost: an artifact of mine, newer than what was there before, with equal content. */
export async function findCreated(
  job: CreateJob,
  port: CreatePort,
  { triedAfter, error }: Search,
): Promise<CreateOutcome> {
  const newer = await asValue(port.after(job.trackerId, triedAfter));
  if ('error' in newer) return { kind: 'unknown', error, search: 'failed', maybe: [], triedAfter };
  const mine = newer.value.filter(({ submitted_by }) => submitted_by === job.me);
  const [id, ...doubles] = equalIds(job, mine);
  if (id !== undefined) return { kind: 'created', id, how: 'found', doubles };
  if (isRefusal(error) || (mine.length === 0 && isSettled(error)))
    return { kind: 'refused', error };
  return { kind: 'unknown', error, search: 'notFound', maybe: mine, triedAfter };
}

/** Signed in again: "send now?" (journey J4). */
async function isWanted({ onStep, ask }: CreateHooks): Promise<boolean> {
  onStep?.('asking');
  return (await ask?.()) ?? false;
}

/**
 * Sends it; after a 401 looks for it first, and sends it once more only when it is not there (features C4) and the person
 * wants it (journey J4); null when not.
 */
async function createOnce(
  job: CreateJob,
  port: CreatePort,
  { triedAfter, hooks }: { triedAfter: number; hooks: CreateHooks },
) {
  const { onStep } = hooks;
  onStep?.('creating');
  const created = await asValue(port.create(job.trackerId, job.values));
  if (!('error' in created) || created.error.status !== 401) return created;
  onStep?.('returning');
  const newer = await asValue(port.after(job.trackerId, triedAfter));
  if ('error' in newer) return created;
  const [id] = equalIds(job, newer.value);
  if (id !== undefined) return { value: { id } };
  if (!(await isWanted(hooks))) return null;
  onStep?.('creating');
  return asValue(port.create(job.trackerId, job.values));
}

/**
 * Creates one artifact and never two: what is newest is read before the POST, so that after a lost answer the artifact can
 * be told from older ones by its number, its author and its content (a POST has no key that would make it safe to repeat).
 * A second try looks first. Every outcome is a value; only a fault of ours throws.
 */
export async function createArtifact(
  job: CreateJob,
  port: CreatePort,
  hooks: CreateHooks = {},
): Promise<CreateOutcome> {
  const { onStep, note } = hooks;
  onStep?.('preparing');
  const newest = await asValue(
    job.triedAfter === null ? port.newestId(job.trackerId) : Promise.resolve(job.triedAfter),
  );
  if ('error' in newest) return { kind: 'refused', error: newest.error };
  const triedAfter = newest.value;
  if (hooks.isBack?.() && !(await isWanted(hooks))) return { kind: 'held' };
  onStep?.('noting');
  await note?.(triedAfter);
  const created = await createOnce(job, port, { triedAfter, hooks });
  if (!created) return { kind: 'held' };
  if ('value' in created) {
    const { id } = created.value;
    onStep?.('auditing');
    const newer = await asValue(port.after(job.trackerId, triedAfter));
    const equal = 'value' in newer ? equalIds(job, newer.value) : [];
    const doubles = equal.filter((other) => other !== id);
    return { kind: 'created', id, how: 'answered', doubles };
  }
  const { error } = created;
  if (isCertain(error, job.values)) return { kind: 'refused', error };
  onStep?.('searching');
  return findCreated(job, port, { triedAfter, error });
}
