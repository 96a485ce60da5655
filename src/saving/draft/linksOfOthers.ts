import type { ArtifactChange } from '~/api/artifacts';
import { readField } from '~/fields/readField';
import { equal } from '~/lib/equal';
import { type ArtifactSnapshot, entryOf } from './snapshot';

/** Of a save, what tells how its links of others to the artifact stand. */
interface Job {
  base: ArtifactSnapshot;
  change: ArtifactChange;
  /** The change over a newer version; null where a person has to choose. */
  rebase?: ((newest: ArtifactSnapshot) => ArtifactChange | null) | undefined;
}

/**
 * Whether links of others to this artifact are others than at the base: those come and go without a changeset here, and
 * without another ETag (features D4).
 */
export function hasOtherSets(job: Job, version: ArtifactSnapshot): boolean {
  return job.change.values.some((entry) => {
    const field = job.base.fields.find(({ field_id }) => field_id === entry.field_id);
    if (!field || !('all_links' in entry)) return false;
    const value = ({ artifact }: ArtifactSnapshot) =>
      readField(entryOf(artifact.values, field.field_id), field).value;
    return !equal(value(job.base), value(version));
  });
}

/**
 * Whether a change that only sets links of others is stored: it leaves no changeset here, so that nothing is left to change
 * says it.
 */
export function landedElsewhere({ change, rebase }: Job, version: ArtifactSnapshot): boolean {
  const isElsewhere =
    !change.comment &&
    change.values.length > 0 &&
    change.values.every((entry) => 'all_links' in entry);
  return isElsewhere && rebase?.(version)?.values.length === 0;
}

/**
 * Whether links of others are stored, though the server refused: it writes them one by one, and after the artifact, so what
 * comes before the one that failed stays (features D4).
 */
export function landedInPart(
  { change, over }: Pick<Job, 'change'> & { over: ArtifactSnapshot },
  version: ArtifactSnapshot,
): boolean {
  return change.values.some((entry) => {
    const field = over.fields.find(({ field_id }) => field_id === entry.field_id);
    if (!field) return false;
    const before = readField(entryOf(over.artifact.values, field.field_id), field);
    const now = readField(entryOf(version.artifact.values, field.field_id), field);
    return now.contract.holdsElsewhere?.(before.value, now.value, entry) ?? false;
  });
}
