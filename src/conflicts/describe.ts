import type { Changeset } from '~/api/changesets/read';
import { itemsOf } from '~/changesets/difference';
import { authorOf, changesBetween } from '~/saving/changes';
import type { ArtifactSnapshot } from '~/saving/draft/snapshot';
import type { DecisionSide, Decisions, MergeRow } from './mergeArtifact';

/** Everybody who saved since the base, in the order of their first changeset. */
export interface Writer {
  key: string;
  name: string;
  isMe: boolean;
  changesets: readonly Changeset[];
}

/** Who wrote since the base, each with their changesets. */
export function writers(since: readonly Changeset[], me: number): Writer[] {
  const byKey = new Map<string, Writer>();
  for (const changeset of since) {
    const name = authorOf(changeset);
    const key = `${changeset.submitted_by ?? ''}:${name}`;
    const isMe = changeset.submitted_by === me;
    const before = byKey.get(key)?.changesets ?? [];
    byKey.set(key, { key, name, isMe, changesets: [...before, changeset] });
  }
  return [...byKey.values()];
}

/** By field id, the changeset that changed it last since the base; none where no visible one did. */
export function lastWriters(
  base: ArtifactSnapshot,
  since: readonly Changeset[],
): ReadonlyMap<number, Changeset> {
  const last = new Map<number, Changeset>();
  let before = base.artifact.values;
  for (const changeset of since) {
    for (const { field } of changesBetween(before, changeset.values, base.fields)) {
      last.set(field.field_id, changeset);
    }
    before = changeset.values;
  }
  return last;
}

const MOST = 40;

/** A value in a few words. */
export function brief(row: MergeRow, value: unknown): string {
  const text = row.reading.contract.toText(value, row.field);
  if (text === '') return 'none';
  return text.length > MOST ? `${text.slice(0, MOST).trimEnd()}…` : text;
}

/** "+ EU, − APAC": what one side did to a set; `''` for values that are no sets (features X5). */
function setChange(row: MergeRow, side: unknown): string {
  const items = itemsOf({ ...row.reading, before: row.base, after: side });
  if (!items) return '';
  const added = items.added.map(({ text }) => `+ ${text}`);
  return [...added, ...items.removed.map(({ text }) => `− ${text}`)].join(', ');
}

function changeLine(row: MergeRow, side: unknown): string {
  return setChange(row, side) || `${brief(row, row.base)} to ${brief(row, side)}`;
}

function mergedLine(row: MergeRow, writer: string): string {
  const [mine, theirs] = [setChange(row, row.mine), setChange(row, row.theirs)];
  return mine && theirs
    ? `you: ${mine}; ${writer}: ${theirs}`
    : `Your change and that of ${writer} are both kept`;
}

const decisionWords: Record<DecisionSide, string> = {
  base: 'The base chosen',
  theirs: 'Theirs chosen',
  mine: 'Yours chosen',
  hunks: 'Put together from both',
  edited: 'Edited by you',
};

/** One line about a row for the list of fields. */
export function rowLine(row: MergeRow, decisions: Decisions, writer: string): string {
  const decision = decisions.get(row.field.field_id);
  if (decision) return decisionWords[decision.side];
  const lines: Record<MergeRow['outcome'], () => string> = {
    conflict: () => 'Both changed it: choose',
    merged: () => mergedLine(row, writer),
    theirs: () => `${writer}: ${changeLine(row, row.theirs)}`,
    mine: () => changeLine(row, row.mine),
    agreed: () => `Both ended at ${brief(row, row.mine)}`,
    blocked: () => 'You may no longer change it',
    affected: () => 'Does not fit the rest',
  };
  return lines[row.outcome]();
}

/** The groups of the list, most urgent first. */
export const groups: readonly { title: string; outcomes: readonly MergeRow['outcome'][] }[] = [
  { title: 'Your choice', outcomes: ['conflict'] },
  { title: 'Does not fit the rest', outcomes: ['affected'] },
  { title: 'No longer possible', outcomes: ['blocked'] },
  { title: 'Merged by themselves', outcomes: ['merged', 'theirs', 'agreed'] },
  { title: 'Only yours', outcomes: ['mine'] },
];

/** Rows in the order in which the list shows them. */
export function inListOrder(rows: readonly MergeRow[]): MergeRow[] {
  return groups.flatMap(({ outcomes }) => rows.filter((row) => outcomes.includes(row.outcome)));
}
