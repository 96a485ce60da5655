import { isEditable, readingsOf } from './draftState';
import type { ArtifactSnapshot } from './snapshot';

/** How many fields of this artifact the person may change. */
export function changeableFields(snapshot: ArtifactSnapshot): number {
  return snapshot.fields.filter((field) => isEditable(snapshot, field)).length;
}

/** What this person may do with the fields of this artifact, in words. */
export function rightsInWords(snapshot: ArtifactSnapshot): string {
  const may = changeableFields(snapshot);
  if (may === 0) return 'you may read it, not change it';
  return `you may change ${may} of ${readingsOf(snapshot).size} fields`;
}
