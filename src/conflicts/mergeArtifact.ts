import type { Field } from '~/api/trackers';
import { type FieldMerge, isSameValue, mergeField } from '~/fields/contract';
import type { FieldReading } from '~/fields/readField';
import { equal } from '~/lib/equal';
import {
  baseValue,
  changedEntry,
  type DraftState,
  isEditable,
  readingsOf,
  stranded,
} from '~/saving/draft/draftState';
import type { ArtifactSnapshot } from '~/saving/draft/snapshot';

/**
 * One field that changed on either side since the base. `affected`: on neither, but what it holds does not fit the result
 * (a field that depends on another). `blocked`: mine changed it, but the newer version no longer
 * lets me (frozen by the workflow, right taken away, field gone or of another type), so theirs stands and my value is
 * only shown.
 */
export interface MergeRow {
  field: Field;
  /** Of their version; of mine when theirs no longer has the field, or has it with another type. */
  reading: FieldReading;
  base: unknown;
  mine: unknown;
  theirs: unknown;
  outcome: FieldMerge<unknown>['outcome'] | 'blocked' | 'affected';
  /** What is sent unless a person decides otherwise; in a conflict the proposal. */
  value: unknown;
}

function rowOf(draft: DraftState, newer: ArtifactSnapshot, field: Field): MergeRow | null {
  const there = readingsOf(newer).get(field.field_id);
  const here = readingsOf(draft.base).get(field.field_id);
  if (!here) return null;
  const base = here.value;
  // What an earlier merge left over counts too: it may not get lost in the next one.
  const left = stranded(draft, field) ?? base;
  const isMineChanged = changedEntry(draft, field) !== undefined || !equal(left, base);
  const mine = isMineChanged ? draft.values.get(field.field_id) : base;
  if (there?.contract !== here.contract || !isEditable(newer, field)) {
    if (!isMineChanged) return null;
    const reading = there?.contract === here.contract ? there : here;
    const theirs = reading === there ? there.value : here.contract.read(undefined, field);
    return { field: reading.field, reading, base, mine, theirs, outcome: 'blocked', value: theirs };
  }
  const theirs = there.value;
  if (!isMineChanged && isSameValue(there.contract, base, theirs)) return null;
  const merge = mergeField(there.contract, there.field, { base, mine, theirs });
  return { field: there.field, reading: there, base, mine, theirs, ...merge };
}

/** Puts a draft and a newer version of its artifact together, field by field, in the order of the tracker. Pure. */
export function mergeArtifact(draft: DraftState, theirs: ArtifactSnapshot): MergeRow[] {
  return draft.base.fields.flatMap((field) => rowOf(draft, theirs, field) ?? []);
}

/** The rows that a person has to see before anything is sent: a choice, or a value that can no longer be saved. */
export function askedRows(rows: readonly MergeRow[]): MergeRow[] {
  return rows.filter(({ outcome }) => outcome === 'conflict' || outcome === 'blocked');
}

/** A row for a field that nobody changed, but that does not fit the result. */
export function affectedRow(newest: ArtifactSnapshot, fieldId: number): MergeRow | null {
  const reading = readingsOf(newest).get(fieldId);
  if (!reading || !isEditable(newest, reading.field)) return null;
  const { field, value } = reading;
  return { field, reading, base: value, mine: value, theirs: value, outcome: 'affected', value };
}

/** The sides that a person can choose for a whole field. */
export type Side = 'base' | 'theirs' | 'mine';

/** The value of a row when this side is chosen: in a conflict of sets only the entries that clash are that side's. */
export function sideValue(row: MergeRow, side: Side): unknown {
  const { base, mine, theirs } = row;
  const { contract } = row.reading;
  return row.outcome === 'conflict' && contract.takeSide
    ? contract.takeSide(side, { base, mine, theirs })
    : row[side];
}

/** How a result came about: a whole side, a text put together hunk by hunk, or typed. */
export type DecisionSide = Side | 'hunks' | 'edited';

/** What a person decided, by field. A conflict without a decision is open. */
export type Decisions = ReadonlyMap<number, { side: DecisionSide; value: unknown }>;

/** The conflicts that nobody has decided yet. */
export function openRows(rows: readonly MergeRow[], decisions: Decisions): MergeRow[] {
  return rows.filter((row) => row.outcome === 'conflict' && !decisions.has(row.field.field_id));
}

/** The value of a row as it would be sent now. */
export function resultOf(row: MergeRow, decisions: Decisions): unknown {
  if (row.outcome === 'blocked') return row.value;
  const decision = decisions.get(row.field.field_id);
  return decision ? decision.value : row.value;
}

/**
 * The draft that goes on from the newest version (theirs): it holds what the merge adds to it, and the comment untouched.
 * Its base is that version, so the next save is checked against what was reviewed. What is blocked stays in the draft, to
 * be copied; it is never sent. Only where the field has another type now there is no place for it.
 */
export function rebased(
  draft: DraftState,
  newest: ArtifactSnapshot,
  merge: { rows: readonly MergeRow[]; decisions: Decisions },
): DraftState {
  const values = new Map<number, unknown>();
  for (const row of merge.rows) {
    const isBlocked = row.outcome === 'blocked';
    const value = isBlocked ? row.mine : resultOf(row, merge.decisions);
    const isMisfit = isBlocked && isEditable(newest, row.field);
    const there = isBlocked ? row.theirs : baseValue(newest, row.field);
    if (!isMisfit && !equal(value, there)) values.set(row.field.field_id, value);
  }
  return { base: newest, values, comment: draft.comment };
}
