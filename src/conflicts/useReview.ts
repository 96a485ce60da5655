import { useEffect, useMemo, useRef, useState } from 'react';
import type { Plan } from '~/api/requests/write';
import type { DraftState } from '~/saving/draft/draftState';
import type { ArtifactSnapshot } from '~/saving/draft/snapshot';
import { plannedSave } from '~/saving/plannedSave';
import { problemsOf } from '~/saving/rules/rules';
import { useConditionsOf } from '~/saving/rules/useConditions';
import { inListOrder } from './describe';
import {
  affectedRow,
  type DecisionSide,
  type Decisions,
  type MergeRow,
  mergeArtifact,
  openRows,
  rebased,
  resultOf,
  type Side,
  sideValue,
} from './mergeArtifact';
import {
  currentHunk,
  type HunkChoices,
  type HunkSide,
  isSettled,
  type TextMerge,
  textMergeOf,
  withChoice,
} from './textMerge';

/** The state of one conflict prompt. */
export interface Review {
  rows: readonly MergeRow[];
  decisions: Decisions;
  /** Conflicts without a decision. */
  open: readonly MergeRow[];
  selected: MergeRow | undefined;
  /** What the server would refuse about the result as it is now, by field (features X3). */
  problems: ReadonlyMap<number, string>;
  select(row: MergeRow | undefined): void;
  /** Selects the row `by` places further in the list. */
  move(by: number): void;
  decide(row: MergeRow, side: DecisionSide, value: unknown): void;
  /** Takes a side of the whole field; what was still on its way into the result is not wanted any more. */
  choose(row: MergeRow, side: Side): void;
  /** What was typed as the result of a field: it can be chosen again after a side was. */
  typed: ReadonlyMap<number, unknown>;
  /** The hunks of the selected row, when it is a text that can be put together. */
  text: TextReview | null;
  /** What the selected row would send now. */
  result: unknown;
  /** What a row would send by then: for a change that ends later than it began. */
  current(row: MergeRow): unknown;
  /** What would be sent as it stands: nothing while something is open. */
  plan(): Plan;
  /** The merged draft when it may be sent; otherwise selects what is in the way and gives null. */
  finish(): DraftState | null;
}

export interface TextReview {
  merge: TextMerge;
  choices: HunkChoices;
  /** The hunk that keys act on. */
  current: number | undefined;
  choose(index: number, side: HunkSide): void;
}

const noChoices: HunkChoices = new Map();

function useText(row: MergeRow | undefined, decide: Review['decide']): TextReview | null {
  const merge = useMemo(() => row && textMergeOf(row), [row]);
  const [byField, setByField] = useState<ReadonlyMap<number, HunkChoices>>(new Map());
  if (!row || !merge) return null;
  const id = row.field.field_id;
  const choices = byField.get(id) ?? noChoices;
  return {
    merge,
    choices,
    current: currentHunk(merge, choices),
    choose(index, side) {
      const next = withChoice(choices, index, side);
      setByField(new Map(byField).set(id, next));
      if (isSettled(merge, next)) decide(row, 'hunks', merge.valueWith(next));
    },
  };
}

/** What comes together: the draft and their version; `onto` where the result goes out over another one (features X8). */
export interface Sides {
  draft: DraftState;
  theirs: ArtifactSnapshot;
  onto?: ArtifactSnapshot | undefined;
}

/** The rows of the merge, and of fields that were ever found not to fit what was decided. */
function useRows({ draft, theirs, onto = theirs }: Sides, decisions: Decisions) {
  const merged = useMemo(() => mergeArtifact(draft, theirs), [draft, theirs]);
  const [affected, setAffected] = useState<readonly MergeRow[]>([]);
  const all = useMemo(() => [...merged, ...affected], [merged, affected]);
  const result = useMemo(
    () => rebased(draft, onto, { rows: all, decisions }),
    [draft, onto, all, decisions],
  );
  const workflow = onto.tracker?.workflow ?? null;
  const conditions = useConditionsOf(result, workflow);
  const problems = useMemo(
    () => problemsOf(result, workflow, conditions),
    [result, workflow, conditions],
  );
  const known = new Set(all.map(({ field }) => field.field_id));
  const missing = [...problems.keys()].filter((id) => !known.has(id));
  const found = missing.flatMap((id) => affectedRow(onto, id) ?? []);
  // Once it is there it stays, so that what was typed into it does not vanish with the problem.
  if (found.length > 0) setAffected([...affected, ...found]);
  return { rows: useMemo(() => inListOrder(all), [all]), result, problems };
}

/**
 * Merges a draft with a newer version and keeps what the person decides about it. `onChosen` hears of the field of which a
 * side was taken as a whole.
 */
export function useReview(sides: Sides, onChosen?: (fieldId: number) => void): Review {
  const [decisions, setDecisions] = useState<Decisions>(new Map());
  const [typed, setTyped] = useState<Review['typed']>(new Map());
  const { rows, result: merged, problems } = useRows(sides, decisions);
  const [selectedId, setSelectedId] = useState(rows[0]?.field.field_id);
  const selected = rows.find((row) => row.field.field_id === selectedId) ?? rows[0];
  const open = openRows(rows, decisions);
  const text = useText(selected, decide);
  const latest = useRef(decisions);
  useEffect(() => {
    latest.current = decisions;
  }, [decisions]);

  function select(row: MergeRow | undefined): void {
    if (row) setSelectedId(row.field.field_id);
  }

  function decide(row: MergeRow, side: DecisionSide, value: unknown): void {
    if (row.outcome === 'blocked') return;
    const id = row.field.field_id;
    setDecisions((before) => new Map(before).set(id, { side, value }));
    if (side === 'edited') setTyped((before) => new Map(before).set(id, value));
  }

  function choose(row: MergeRow, side: Side): void {
    onChosen?.(row.field.field_id);
    decide(row, side, sideValue(row, side));
  }

  function finish(): DraftState | null {
    const inTheWay = open[0] ?? rows.find((row) => problems.has(row.field.field_id));
    select(inTheWay);
    return inTheWay ? null : merged;
  }

  function plan(): Plan {
    return open.length > 0 || problems.size > 0 ? [] : plannedSave(merged);
  }

  function result(): unknown {
    if (!selected) return undefined;
    const isOpen = text && !decisions.has(selected.field.field_id);
    return isOpen ? text.merge.valueWith(text.choices) : resultOf(selected, decisions);
  }

  const index = selected ? rows.indexOf(selected) : 0;
  return {
    rows,
    decisions,
    open,
    selected,
    problems,
    select,
    move: (by) => select(rows[index + by]),
    decide,
    choose,
    typed,
    text,
    result: result(),
    current: (row) => resultOf(row, latest.current),
    plan,
    finish,
  };
}
