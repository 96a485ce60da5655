import type { TextPieces } from '~/fields/contract';
import { bothLines, type Hunk, settledLines } from '~/lib/hunks';
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

/** The hunks of a row; null for values that are chosen as a whole. */
export function textMergeOf(row: MergeRow): TextMerge | null {
  const { outcome, base, mine, theirs } = row;
  if (outcome !== 'conflict') return null;
  const pieces = row.reading.contract.inPieces?.({ base, mine, theirs });
  if (!pieces) return null;
  const { kind, hunks } = pieces;
  return {
    kind,
    hunks,
    valueWith(choices) {
      const chosen = hunks.flatMap((hunk, index) => {
        const side = choices.get(index);
        return side ? piecesOf[side](hunk, kind) : settledLines(hunk);
      });
      return pieces.join(chosen);
    },
  };
}

/** The hunks that a person has to choose. */
export function conflictIndexes({ hunks }: TextMerge): number[] {
  return hunks.flatMap(({ kind }, index) => (kind === 'conflict' ? [index] : []));
}
