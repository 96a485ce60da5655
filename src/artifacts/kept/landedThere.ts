import { carried } from '~/conflicts/fit';
import { changedEntry, changedFields, type DraftState } from '~/saving/draft/draftState';
import type { ArtifactSnapshot } from '~/saving/draft/snapshot';
import type { Resumed } from '~/saving/journal/resume';
import { holds } from '~/saving/landed';
import type { News } from '~/saving/machine/states';

/** A draft as the tracker that its artifact is in now says it; the same one while it has not been moved. */
export function saidIn(version: ArtifactSnapshot, state: DraftState): DraftState {
  const isThere = state.base.artifact.tracker.id === version.artifact.tracker.id;
  return isThere ? state : carried(state, version).state;
}

/**
 * What a save that was found has stored, said with the fields of the tracker that the artifact is in now. The reference does
 * not say by which ids a moved artifact tells its older changesets: what one of them holds by either is stored. Pure.
 */
export function landedThere(
  { sent, whole, changeset }: Resumed,
  { version, since }: News,
): DraftState {
  const all = saidIn(version, whole);
  if (all === whole) return sent;
  const stored = saidIn(version, sent);
  const later = since.filter(({ id }) => id >= changeset.id);
  const values = new Map(stored.values);
  for (const field of changedFields(all)) {
    const { field_id: id } = field;
    const entry = changedEntry(all, field);
    const isHeld = entry && later.some((one) => holds(one.values, entry, field));
    if (isHeld) values.set(id, all.values.get(id));
  }
  return { ...all, values };
}
