import type { TextPieces } from '~/fields/contract';
import { bothLines, type Hunk, settledLines } from '~/lib/diff/hunks';
import type { MergeRow } from './mergeArtifact';

/** What can be chosen for a hunk that both changed. */
export type HunkSide = 'base' | 'theirs' | 'mine' | 'both';

export type HunkChoices = ReadonlyMap<number, HunkSide>;

/** A conflict of two texts that can be put together hunk by hunk. */
export interface TextMerge {
  kind: TextPieces<unknown>['kind'];
  hunks: readonly Hunk[];
  /** The value with these choices; hunks without one stay as I have them. */
  valueWith(choices: HunkChoices): unknown;
}

/** Blocks are never mixed inside: theirs, then mine. */
function bothBlocks({ mine, theirs }: Hunk): readonly string[] {
  return [...theirs, ...mine];
}

const piecesOf: Record<HunkSide, (hunk: Hunk, kind: TextMerge['kind']) => readonly string[]> = {
  base: ({ base }) => base,
  theirs: ({ theirs }) => theirs,
  mine: ({ mine }) => mine,
  both: (hunk, kind) => (kind === 'blocks' ? bothBlocks(hunk) : bothLines(hunk)),
};

/** A text in pieces, with the choices that a person makes. */
export function textMerge({ kind, hunks, join }: TextPieces<unknown>): TextMerge {
  return {
    kind,
    hunks,
    valueWith(choices) {
      const chosen = hunks.flatMap((hunk, index) => {
        const side = choices.get(index);
        return side ? piecesOf[side](hunk, kind) : settledLines(hunk);
      });
      return join(chosen);
    },
  };
}

/** The hunks of a row; null for values that are chosen as a whole. */
export function textMergeOf(row: MergeRow): TextMerge | null {
  const { outcome, base, mine, theirs } = row;
  if (outcome !== 'conflict') return null;
  const pieces = row.reading.contract.inPieces?.({ base, mine, theirs });
  return pieces ? textMerge(pieces) : null;
}

/** The hunk that keys act on: the first without a choice, else the one chosen last. */
export function currentHunk(merge: TextMerge, choices: HunkChoices): number | undefined {
  const conflicts = conflictIndexes(merge);
  return conflicts.find((index) => !choices.has(index)) ?? [...choices.keys()].at(-1);
}

/** The choices with one more; the newest is the last. */
export function withChoice(choices: HunkChoices, index: number, side: HunkSide): HunkChoices {
  const next = new Map(choices);
  next.delete(index);
  return next.set(index, side);
}

/** True when nothing is left to choose. */
export function isSettled(merge: TextMerge, choices: HunkChoices): boolean {
  return conflictIndexes(merge).every((index) => choices.has(index));
}

/** The hunks that a person has to choose. */
export function conflictIndexes({ hunks }: TextMerge): number[] {
  return hunks.flatMap(({ kind }, index) => (kind === 'conflict' ? [index] : []));
}
