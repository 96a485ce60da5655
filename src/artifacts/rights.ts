import { readingsOf } from '~/saving/draft/draftState';
import type { ArtifactSnapshot } from '~/saving/draft/snapshot';
import { canEdit } from './layout/FieldRow';
import type { ArtifactEditor } from './useArtifactEditor';

function mayChange(snapshot: ArtifactSnapshot): number {
  return snapshot.fields.filter((field) => canEdit(snapshot, field)).length;
}

/** What this person may do with the fields of this artifact, in words. */
export function rightsInWords(snapshot: ArtifactSnapshot): string {
  const may = mayChange(snapshot);
  if (may === 0) return 'you may read it, not change it';
  return `you may change ${may} of ${readingsOf(snapshot).size} fields`;
}

/** Why editing cannot begin: for the button and its key; undefined when it can. */
export function whyNotEdit({ lock, base }: ArtifactEditor): string | undefined {
  return (
    lock ?? (mayChange(base) === 0 ? 'None of its fields can be changed here by you' : undefined)
  );
}
