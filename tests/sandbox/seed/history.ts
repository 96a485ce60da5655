import type { SandboxArtifact, SandboxChangeset, StoredValue, TextContent } from '../model';

/** One changeset as the seed writes it: what changed, by whom, when (Unix seconds). */
export interface Step {
  by: number;
  at: number;
  values: readonly (readonly [number, StoredValue])[];
  comment?: TextContent;
  readers?: readonly string[];
  /** Only where a picture or a test speaks of that number. */
  id?: number;
}

const noComment: TextContent = { content: '', format: 'text' };

/** Full snapshots out of changes: each changeset holds what the one before held, and its own. */
export function historyOf(steps: readonly Step[], firstId: number): SandboxChangeset[] {
  let values: ReadonlyMap<number, StoredValue> = new Map();
  return steps.map((step, index) => {
    values = new Map([...values, ...step.values]);
    return {
      id: step.id ?? firstId + index,
      submittedBy: step.by,
      submittedOn: step.at,
      comment: step.comment ?? noComment,
      ...(step.readers ? { readers: step.readers } : {}),
      values,
    };
  });
}

/** An artifact whose history is written when somebody looks: a world of thousands is seeded in milliseconds. */
export class SeedArtifact implements SandboxArtifact {
  readonly id: number;
  trackerId: number;
  isDeleted = false;
  #write: (() => SandboxChangeset[]) | null;
  #changesets: SandboxChangeset[] = [];

  constructor(id: number, trackerId: number, write: () => SandboxChangeset[]) {
    this.id = id;
    this.trackerId = trackerId;
    this.#write = write;
  }

  get changesets(): SandboxChangeset[] {
    if (this.#write) {
      this.#changesets = this.#write();
      this.#write = null;
    }
    return this.#changesets;
  }

  set changesets(changesets: SandboxChangeset[]) {
    this.#write = null;
    this.#changesets = changesets;
  }
}

/** Changeset ids of ordinary seed artifacts: 16 for each, below those that the world gives out (90,001 and up). */
export function firstChangesetId(artifactId: number): number {
  return 20_000 + artifactId * 16;
}

const day = 86_400;

/** When artifact `id` was submitted: numbers grow with time, over the last 600 days, in office hours. */
export function submittedAt(now: number, id: number): number {
  const days = Math.max(2, Math.ceil(600 - id / 3));
  const morning = now - (now % day) + 7 * 3_600;
  return morning - days * day + ((id * 1_237) % (9 * 3_600));
}

export const markdown = (content: string): TextContent => ({ content, format: 'commonmark' });
export const plainText = (content: string): TextContent => ({ content, format: 'text' });
export const html = (content: string): TextContent => ({ content, format: 'html' });
