import type { ArtifactChange } from '~/api/artifacts/change';
import type { ValueEntry } from '~/api/artifacts/read';
import type { Changeset } from '~/api/changesets/read';
import type { Field } from '~/api/trackers';
import type { WriteEntry } from '~/fields/contract';
import { readField } from '~/fields/readField';
import { entryOf, secondOf } from './draft/snapshot';
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

/** Those of the second in which it was stored, if any: what was stored later may look the same when it is read back late. */
function timely(some: readonly Changeset[], storedAt: string | null): readonly Changeset[] {
  const second = secondOf(storedAt ?? '');
  const those = some.filter(({ submitted_on }) => secondOf(submitted_on) === second);
  return those.length > 0 ? those : some;
}

/** How it is known that a save landed, and when it was stored as its answer named it. */
interface Landing {
  how: 'answered' | 'found' | 'commented';
  storedAt?: string | null | undefined;
}

/**
 * The changeset that a save became, out of those after the base, oldest first. After an answer of 200 it is there even if it
 * reads back differently from what was sent (the server cleans HTML, shifts dates): then it is the newest of this person.
 */
export function ownChangeset(
  sent: Sent,
  since: readonly Changeset[],
  { how, storedAt = null }: Landing,
): Changeset | null {
  if (how === 'found') return findLanded(sent, since) ?? null;
  if (how === 'commented') return findCommented(sent, since) ?? null;
  const mine = since.filter(({ submitted_by }) => submitted_by === sent.me);
  const equal = mine.filter((changeset) => findLanded(sent, [changeset]));
  // The newest equal one: an older one is of another tab, and what stands between them was replaced by this save.
  return timely(equal.length > 0 ? equal : mine, storedAt).at(-1) ?? null;
}
