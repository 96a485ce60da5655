import type { ArtifactChange } from '~/api/artifacts/change';
import { readArtifact } from '~/api/artifacts/read';
import { ApiError } from '~/api/error';
import { scope } from '~/api/session';
import { HEAD } from '~/kept/record';
import { keep } from '~/kept/store';
import { changeOf, type DraftState, draftValue } from '~/saving/draft/draftState';
import { snapshotOf } from '~/saving/draft/snapshot';
import { partsOf } from '~/saving/kept/artifactParts';
import { artifactHead, draftSlot } from '~/saving/kept/head';
import { isSameEntry } from '~/saving/sameEntry';
import type { Blank } from './blankArtifact';

/** The values that were typed after `sent` had left, by field id; empty when nothing was. Pure. */
export function typedSince(
  now: DraftState<Blank>,
  sent: ArtifactChange['values'],
): ReadonlyMap<number, unknown> {
  const { values } = changeOf(now);
  const entryOf = (all: ArtifactChange['values'], id: number) =>
    all.find(({ field_id }) => field_id === id);
  const changed = now.base.fields.filter(
    ({ field_id: id }) => !isSameEntry(entryOf(values, id), entryOf(sent, id)),
  );
  return new Map(changed.map((field) => [field.field_id, draftValue(now, field)]));
}

/**
 * Keeps what was typed since as a draft of the artifact that was made meanwhile, over it as it is there. False where it
 * could not be read, or this browser keeps nothing: then the form still has the only copy.
 */
export async function keepTypedSince(
  id: number,
  typed: ReadonlyMap<number, unknown>,
): Promise<boolean> {
  try {
    const base = snapshotOf(await readArtifact(id));
    const labels = base.fields.filter(({ field_id }) => typed.has(field_id));
    const changed = labels.map(({ label }) => label);
    const comment = { body: '', format: 'commonmark' } as const;
    const parts = new Map<string, unknown>([
      [HEAD, artifactHead(base, { changed, hasComment: false })],
      ...partsOf({ base, values: typed, comment }),
    ]);
    const slot = draftSlot(scope(), 'artifact', { id });
    return (await keep(slot, { changed: parts, all: () => parts })) === null;
  } catch (error) {
    if (error instanceof ApiError) return false;
    throw error;
  }
}
