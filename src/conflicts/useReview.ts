import { useMemo, useState } from 'react';
import { type DraftState, draftErrors } from '~/saving/draftState';
import type { ArtifactSnapshot } from '~/saving/snapshot';
import { inListOrder } from './describe';
import {
  type Decisions,
  type MergeRow,
  mergeArtifact,
  openRows,
  rebased,
  type Side,
} from './mergeArtifact';

/** The state of one conflict prompt. */
export interface Review {
  rows: readonly MergeRow[];
  decisions: Decisions;
  /** Conflicts without a decision. */
  open: readonly MergeRow[];
  selected: MergeRow | undefined;
  errors: ReadonlyMap<number, string>;
  select(row: MergeRow | undefined): void;
  /** Selects the row `by` places further in the list. */
  move(by: number): void;
  decide(row: MergeRow, side: Side | 'edited', value: unknown): void;
  /** The merged draft when it may be sent; otherwise selects what is in the way and gives null. */
  finish(): DraftState | null;
}

/** Merges a draft with a newer version and keeps what the person decides about it. */
export function useReview(draft: DraftState, theirs: ArtifactSnapshot): Review {
  const rows = useMemo(() => inListOrder(mergeArtifact(draft, theirs)), [draft, theirs]);
  const [decisions, setDecisions] = useState<Decisions>(new Map());
  const [selectedId, setSelectedId] = useState(rows[0]?.field.field_id);
  const [errors, setErrors] = useState<ReadonlyMap<number, string>>(new Map());
  const selected = rows.find((row) => row.field.field_id === selectedId) ?? rows[0];
  const open = openRows(rows, decisions);

  function select(row: MergeRow | undefined): void {
    if (row) setSelectedId(row.field.field_id);
  }

  function decide(row: MergeRow, side: Side | 'edited', value: unknown): void {
    if (row.outcome === 'blocked') return;
    const id = row.field.field_id;
    setDecisions((before) => new Map(before).set(id, { side, value }));
    setErrors((before) => new Map([...before].filter(([wrong]) => wrong !== id)));
  }

  function finish(): DraftState | null {
    const merged = rebased(draft, theirs, { rows, decisions });
    const found = draftErrors(merged);
    setErrors(found);
    const inTheWay = open[0] ?? rows.find((row) => found.has(row.field.field_id));
    select(inTheWay);
    return inTheWay ? null : merged;
  }

  const index = selected ? rows.indexOf(selected) : 0;
  return {
    rows,
    decisions,
    open,
    selected,
    errors,
    select,
    move: (by) => select(rows[index + by]),
    decide,
    finish,
  };
}
