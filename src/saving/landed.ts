import type { ArtifactChange, ValueEntry } from '~/api/artifacts';
import type { Changeset } from '~/api/changesets';
import type { Field } from '~/api/trackers';
import type { WriteEntry } from '~/fields/contract';
import { readField } from '~/fields/readField';
import { entryOf } from './draft/snapshot';
import { isSameEntry, settled } from './sameEntry';

/** Whether these values hold what was sent for a field: what is stored, written again, would be the same entry. */
export function holds(
  values: readonly ValueEntry[] | null,
  sent: WriteEntry,
  field: Field,
): boolean {
  const stored = readField(entryOf(values, field.field_id), field);
  const { contract, value } = stored;
  return contract.holds?.(value, sent) ?? isSameEntry(contract.write?.(value, field), sent);
}

/** The source of a comment as it was typed. */
export function commentSource({ last_comment }: Changeset): string {
  return last_comment.commonmark ?? last_comment.body;
}

interface Sent {
  change: ArtifactChange;
  me: number;
  base: { fields: readonly Field[] };
}

/** Whether a changeset is by who sent this, with the comment that was sent. */
function isSaid({ change, me }: Sent, changeset: Changeset): boolean {
  const comment = settled(change.comment?.body ?? '');
  return changeset.submitted_by === me && settled(commentSource(changeset)) === comment;
}

/**
 * The changeset that a save became: by the same person, with the same comment and every value that was sent. The oldest
 * of several, as a second one of the same content would be a double that must not be hidden.
 */
export function findLanded(sent: Sent, since: readonly Changeset[]): Changeset | undefined {
  const { change, base } = sent;
  return since.find(
    (changeset) =>
      isSaid(sent, changeset) &&
      change.values.every((entry) => {
        const field = base.fields.find(({ field_id }) => field_id === entry.field_id);
        return field !== undefined && holds(changeset.values, entry, field);
      }),
  );
}

/**
 * The changeset that has the comment of a save, whatever values it holds: the server drops some without a word, as groups
 * that it does not know and a link to itself (live-facts.md, Writes). Nothing without a comment.
 */
export function findCommented(sent: Sent, since: readonly Changeset[]): Changeset | undefined {
  const isSilent = settled(sent.change.comment?.body ?? '') === '';
  return isSilent ? undefined : since.find((changeset) => isSaid(sent, changeset));
}
