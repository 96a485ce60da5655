import type { FreshArtifact, LoadedArtifact, ValueEntry } from '~/api/artifacts/read';
import type { Changeset, ChangesetPage } from '~/api/changesets/read';
import type { Field } from '~/api/trackers';
import { readField } from '~/fields/readField';
import { equal } from '~/lib/equal';

/**
 * One state of an artifact as it was read, validators byte for byte: what a draft starts from and what a save is
 * checked against. `fields` as they are for this artifact: those frozen by the workflow lack `update`.
 */
export interface ArtifactSnapshot extends LoadedArtifact {
  fields: readonly Field[];
}

/** The snapshot in an answer. */
export function snapshotOf(loaded: FreshArtifact): ArtifactSnapshot {
  return { ...loaded, fields: loaded.tracker.fields };
}

/** What a version or a changeset holds for a field; undefined when it was never set. */
export function entryOf(
  values: readonly ValueEntry[] | null,
  fieldId: number,
): ValueEntry | undefined {
  return values?.find((entry) => entry.field_id === fieldId);
}

/** The server's clock counts in seconds. */
export function secondOf(date: string): number {
  return Math.floor(Date.parse(date) / 1000);
}

/** Links of others may have come or gone since without a changeset here (features D4). */
function isHeldByContract(entry: ValueEntry, held: ValueEntry, field: Field): boolean {
  const [was, is] = [readField(entry, field), readField(held, field)];
  const sent = was.contract.write?.(was.value, field);
  return sent !== undefined && is.contract.holds?.(is.value, sent) === true;
}

/** Whether a changeset's value is what the version holds; a version has no entry for a field that was never set. */
function isHeld(entry: ValueEntry, { artifact, fields }: ArtifactSnapshot): boolean {
  const held = entryOf(artifact.values, entry.field_id);
  if (held && equal(entry, held)) return true;
  const field = fields.find(({ field_id }) => field_id === entry.field_id);
  // A changeset shows what the server alone writes (the last update, cross-references) as it is now, not as it was then.
  if (field && readField(entry, field).contract.isDerived) return true;
  if (held && field) return isHeldByContract(entry, held, field);
  if (held) return false;
  return !field || equal(readField(entry, field).value, readField(undefined, field).value);
}

/** Whether every value of a changeset, or of another read, is what the version holds. */
export function isSameState(changeset: Pick<Changeset, 'values'>, base: ArtifactSnapshot): boolean {
  return changeset.values.every((entry) => isHeld(entry, base));
}

/**
 * The changesets after `base`, oldest first, out of the newest ones. The artifact does not name its changeset, and the
 * server's clock is a second: of several changesets in the base's second, the oldest that holds exactly the values of
 * the base is the base itself (a comment alone changes none); if none does, the oldest. Better to show one change too
 * many than to miss one.
 */
export function changesetsSince(newest: readonly Changeset[], base: ArtifactSnapshot): Changeset[] {
  const at = secondOf(base.artifact.last_modified_date);
  const ascending = newest.toSorted((a, b) => a.id - b.id);
  const later = ascending.filter((changeset) => secondOf(changeset.submitted_on) > at);
  const within = ascending.filter((changeset) => secondOf(changeset.submitted_on) === at);
  const itself = within.findIndex((changeset) => isSameState(changeset, base));
  return [...within.slice(Math.max(itself, 0) + 1), ...later];
}

/**
 * Those of `since` (oldest first) that `version` holds. The list is read after the version, so the last ones may have come
 * in between; in the version's own second the newest that looks like it is it.
 */
export function changesetsIn(version: ArtifactSnapshot, since: readonly Changeset[]): Changeset[] {
  const at = secondOf(version.artifact.last_modified_date);
  const itself = since.findLastIndex(
    (changeset) => secondOf(changeset.submitted_on) === at && isSameState(changeset, version),
  );
  return since.filter(
    (changeset, index) => index <= itself || secondOf(changeset.submitted_on) < at,
  );
}

/** Whether the newest changesets reach back to the base; else older ones have to be read. */
export function reachesBack(page: ChangesetPage, base: ArtifactSnapshot): boolean {
  const oldest = page.changesets.at(-1);
  return (
    page.offset === 0 ||
    (oldest !== undefined &&
      secondOf(oldest.submitted_on) < secondOf(base.artifact.last_modified_date))
  );
}
