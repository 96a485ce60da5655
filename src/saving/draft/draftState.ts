import type { ArtifactChange, CommentBody } from '~/api/artifacts/change';
import type { Field } from '~/api/trackers';
import { changedEntry as entryToSend } from '~/fields/changedEntries';
import { type FieldContract, mergeField, type WriteEntry } from '~/fields/contract';
import { initialFields } from '~/fields/initialFields';
import { type FieldReadings, readFields } from '~/fields/readField';
import { equal } from '~/lib/equal';
import { isSameEntry } from '../sameEntry';
import type { ArtifactSnapshot } from './snapshot';

/** What the draft of a new artifact starts from: the fields that this person may set, with their defaults. */
export interface BlankArtifact {
  fields: readonly Field[];
}

/** What a draft starts from: a version of an artifact, or a new one. */
export type DraftBase = ArtifactSnapshot | BlankArtifact;

/** True for a version of an artifact that the server holds. */
export function isSnapshot(base: DraftBase): base is ArtifactSnapshot {
  return 'artifact' in base;
}

/**
 * What a person has typed over one snapshot: plain data, so that it can be stored and come back. `values` holds what
 * was touched; whether a field is changed is derived from what would be written.
 */
export interface DraftState<Base extends DraftBase = ArtifactSnapshot> {
  base: Base;
  values: ReadonlyMap<number, unknown>;
  comment: CommentBody;
}

/** Nothing said. */
export const noComment: CommentBody = { body: '', format: 'commonmark' };

/** Nothing typed over that base. */
export function emptyDraft<Base extends DraftBase>(base: Base): DraftState<Base> {
  return { base, values: new Map(), comment: noComment };
}

const known = new WeakMap<DraftBase, FieldReadings>();

/** What a base says about every field; read once per base, so that untouched values keep their identity. */
export function readingsOf(base: DraftBase): FieldReadings {
  const readings =
    known.get(base) ??
    (isSnapshot(base) ? readFields(base.artifact.values, base.fields) : initialFields(base.fields));
  known.set(base, readings);
  return readings;
}

/** True when the person may change the field here and the app knows how to write it. */
export function isEditable(base: DraftBase, field: Field): boolean {
  const reading = readingsOf(base).get(field.field_id);
  const right = isSnapshot(base) ? 'update' : 'create';
  return reading?.contract.write !== undefined && reading.field.permissions.includes(right);
}

/** The field's value in a snapshot; `undefined` when the tracker no longer has the field. */
export function baseValue(base: DraftBase, field: Field): unknown {
  return readingsOf(base).get(field.field_id)?.value;
}

/** The value of a field as the form shows it: what was typed, else what the base holds. */
export function draftValue(draft: DraftState<DraftBase>, field: Field): unknown {
  return draft.values.has(field.field_id)
    ? draft.values.get(field.field_id)
    : baseValue(draft.base, field);
}

/** What would be sent for the field, or nothing when that equals what the snapshot already holds (row E13). */
export function changedEntry(draft: DraftState<DraftBase>, field: Field): WriteEntry | undefined {
  return isEditable(draft.base, field)
    ? entryToSend(readingsOf(draft.base), draft.values, field)
    : undefined;
}

/** The fields that a save would send, in the order of the tracker. */
export function changedFields(draft: DraftState<DraftBase>): Field[] {
  return draft.base.fields.filter((field) => changedEntry(draft, field) !== undefined);
}

/** What a save sends: changed fields only, and the comment when there is one. */
export function changeOf(draft: DraftState<DraftBase>): ArtifactChange {
  const values = draft.base.fields.flatMap((field) => changedEntry(draft, field) ?? []);
  return draft.comment.body.trim() === '' ? { values } : { values, comment: draft.comment };
}

/** What is wrong with the changed fields, all at once. A field that was not touched is the server's business. */
export function draftErrors(draft: DraftState<DraftBase>): ReadonlyMap<number, string> {
  const errors = new Map<number, string>();
  for (const field of changedFields(draft)) {
    const value = draft.values.get(field.field_id);
    const message = readingsOf(draft.base).get(field.field_id)?.contract.validate?.(value, field);
    if (message !== undefined) errors.set(field.field_id, message);
  }
  return errors;
}

/** What was typed while `sent` was saved. A field typed back to what it was is none: it would undo others' changes. */
function typedMeanwhile(
  draft: DraftState<DraftBase>,
  sent: DraftState<DraftBase>,
): Map<number, unknown> {
  const stored = new Set(changedFields(sent).map(({ field_id }) => field_id));
  const untouched = draft.base.fields.filter(
    (field) =>
      isEditable(draft.base, field) &&
      (stored.has(field.field_id)
        ? equal(draft.values.get(field.field_id), sent.values.get(field.field_id))
        : changedEntry(draft, field) === undefined),
  );
  const values = new Map(draft.values);
  for (const { field_id } of untouched) values.delete(field_id);
  return values;
}

/** What somebody else made, beside the save, of a field that was typed into meanwhile; null where it is as it was sent. */
function movedBeside(
  sent: DraftState<DraftBase>,
  base: DraftBase,
  field: Field,
): { contract: FieldContract | undefined; theirs: unknown } | null {
  const contract = readingsOf(sent.base).get(field.field_id)?.contract;
  const now = readingsOf(base).get(field.field_id);
  const theirs = now?.value;
  if (now?.contract !== contract) return { contract: undefined, theirs };
  const mine = draftValue(sent, field);
  // Over mine, so that links of others to this artifact count: without a base only its own would be compared.
  const [before, after] = [mine, theirs].map((value) => contract?.write?.(value, field, mine));
  return isSameEntry(before, after) ? null : { contract, theirs };
}

/**
 * What was typed meanwhile over the version after the save: sets with the additions and removals of both. Null where that
 * and a change of somebody else meet otherwise.
 */
function overVersion(
  sent: DraftState<DraftBase>,
  base: DraftBase,
  typed: ReadonlyMap<number, unknown>,
): Map<number, unknown> | null {
  const values = new Map(typed);
  for (const field of sent.base.fields) {
    if (!typed.has(field.field_id) || !isEditable(sent.base, field)) continue;
    const moved = movedBeside(sent, base, field);
    if (!moved) continue;
    if (!moved.contract?.replacesSet) return null;
    const sides = { base: draftValue(sent, field), mine: typed.get(field.field_id) };
    const merged = mergeField(moved.contract, field, { ...sides, theirs: moved.theirs });
    if (merged.outcome === 'conflict') return null;
    values.set(field.field_id, merged.value);
  }
  return values;
}

/**
 * The draft after `sent` was stored and read back as `base`: what was sent is gone, what was typed meanwhile stays. Where
 * that and a change of somebody else meet in one field that is no set, the draft keeps its old base, so that its next save is refused
 * and both are shown: over the new one it would replace theirs unseen.
 */
export function afterSave<Base extends DraftBase>(
  draft: DraftState<Base>,
  sent: DraftState<Base>,
  base: Base,
): DraftState<Base> {
  const comment = equal(draft.comment, sent.comment) ? noComment : draft.comment;
  const values = overVersion(sent, base, typedMeanwhile(draft, sent));
  return values ? { base, values, comment } : { ...draft, comment };
}

/** Values that were typed into fields which this version does not let the person change: shown to copy, never sent. */
export function stranded(draft: DraftState<DraftBase>, field: Field): unknown {
  return isEditable(draft.base, field) ? undefined : draft.values.get(field.field_id);
}

/** True when the draft holds text that this version does not let the person save: the only copy of it. */
export function keepsText(draft: DraftState): boolean {
  const { base, values } = draft;
  const fields = new Map(base.fields.map((field) => [field.field_id, field]));
  return [...values.keys()].some((id) => {
    const field = fields.get(id);
    return field === undefined || stranded(draft, field) !== undefined;
  });
}
