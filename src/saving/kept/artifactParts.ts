import * as z from 'zod/mini';
import { artifactSchema } from '~/api/artifacts/read';
import { fieldSchema } from '~/api/fields/fieldSchema';
import type { KeptRecord } from '~/kept/record';
import { HEAD } from '~/kept/record';
import type { Parts } from '~/kept/store';
import type { BlankArtifact, DraftBase, DraftState } from '../draft/draftState';
import { isSnapshot, readingsOf } from '../draft/draftState';
import type { ArtifactSnapshot } from '../draft/snapshot';
import { type DraftHead, headSchema } from './head';

const BASE = 'base';
const COMMENT = 'comment';
const VALUE = 'value ';
/** Values that have no place in the artifact any more, as text. */
export const LEFT = 'left';

const leftSchema = z.array(z.object({ label: z.string(), text: z.string() }));

/** A value without a place: its text is the only copy. */
export type LeftValue = z.infer<typeof leftSchema>[number];

/** What of a kept draft had no place any more. */
export function leftIn(records: ReadonlyMap<string, KeptRecord>): readonly LeftValue[] {
  const left = z.safeParse(leftSchema, records.get(LEFT)?.body);
  return left.success ? left.data : [];
}

const fields = z.array(fieldSchema);

const snapshotSchema = z.looseObject({
  artifact: artifactSchema,
  fields,
  etag: z.nullable(z.string()),
  lastModified: z.nullable(z.string()),
});

/** A version of an artifact as this browser kept it; null where it is none that this Parterre reads. */
export function keptVersion(body: unknown): ArtifactSnapshot | null {
  const base = z.safeParse(snapshotSchema, body);
  return base.success ? { ...base.data, tracker: null } : null;
}

const blankSchema = z.looseObject({ fields });

const commentSchema = z.object({
  body: z.string(),
  format: z.enum(['text', 'html', 'commonmark']),
});

const kept = new WeakMap<DraftBase, unknown>();

/** The base as it is kept: the tracker around it is large, and only its fields are needed. Always the same object for one base. */
function keptBase(base: DraftBase): unknown {
  const known = kept.get(base) ?? (isSnapshot(base) ? { ...base, tracker: null } : base);
  kept.set(base, known);
  return known;
}

/** A draft of an artifact in the parts in which it is kept. */
export function partsOf(state: DraftState<DraftBase>): Parts {
  return new Map<string, unknown>([
    [BASE, keptBase(state.base)],
    [COMMENT, state.comment],
    ...[...state.values].map(([id, value]) => [`${VALUE}${id}`, value] as const),
  ]);
}

/** A draft that was read back. */
export interface KeptDraft<Base extends DraftBase> {
  head: DraftHead;
  state: DraftState<Base>;
  parts: Parts;
}

/** A value that its own type cannot write any more, as one of an older Parterre may be: it would break the form. */
function isSound(base: DraftBase, id: number, value: unknown): boolean {
  const reading = readingsOf(base).get(id);
  if (!reading?.contract.write) return true;
  try {
    reading.contract.write(value, reading.field);
    reading.contract.toText(value, reading.field);
    return true;
  } catch {
    return false;
  }
}

function read<Base extends DraftBase>(
  records: ReadonlyMap<string, KeptRecord>,
  readBase: (body: unknown) => Base | null,
): KeptDraft<Base> | null {
  const head = z.safeParse(headSchema, records.get(HEAD)?.body);
  const base = readBase(records.get(BASE)?.body);
  const comment = z.safeParse(commentSchema, records.get(COMMENT)?.body);
  if (!head.success || !base || !comment.success) return null;
  const values = new Map<number, unknown>();
  const parts = new Map<string, unknown>();
  for (const [part, { body }] of records) {
    if (part !== HEAD) parts.set(part, body);
    if (!part.startsWith(VALUE)) continue;
    const id = Number(part.slice(VALUE.length));
    if (!isSound(base, id, body)) return null;
    values.set(id, body);
  }
  // What was parsed stands for what lies there, so that it is not written again.
  kept.set(base, records.get(BASE)?.body);
  const state = { base, values, comment: comment.data };
  parts.set(COMMENT, comment.data);
  return { head: head.data, state, parts };
}

/**
 * The kept draft of an artifact; null when it is none, or of a shape that this Parterre does not read. The tracker is not
 * kept with it, and without one there is no workflow and there are no dependencies: `shown`, the version that the page
 * shows, lends its own.
 */
export function readKeptArtifact(
  records: ReadonlyMap<string, KeptRecord>,
  shown?: ArtifactSnapshot,
): KeptDraft<ArtifactSnapshot> | null {
  return read<ArtifactSnapshot>(records, (body) => {
    const base = keptVersion(body);
    const isSame = base?.artifact.tracker.id === shown?.artifact.tracker.id;
    return base && isSame && shown ? { ...base, tracker: shown.tracker } : base;
  });
}

/** The kept draft of a new artifact. */
export function readKeptBlank(
  records: ReadonlyMap<string, KeptRecord>,
): KeptDraft<BlankArtifact> | null {
  return read<BlankArtifact>(records, (body) => {
    const base = z.safeParse(blankSchema, body);
    return base.success ? base.data : null;
  });
}
