import { bothLines, type Hunk, hunksOf, settledLines } from '~/lib/hunks';
import { sourceOf } from './describe';
import type { MergeRow } from './mergeArtifact';

/** What can be chosen for a hunk that both changed. */
export type HunkSide = 'base' | 'theirs' | 'mine' | 'both';

export type HunkChoices = ReadonlyMap<number, HunkSide>;

/** A conflict of two texts that can be put together hunk by hunk. */
export interface TextMerge {
  hunks: readonly Hunk[];
  /** The value with these choices; hunks without one stay as I have them. */
  valueWith(choices: HunkChoices): unknown;
}

const linesOf: Record<HunkSide, (hunk: Hunk) => readonly string[]> = {
  base: ({ base }) => base,
  theirs: ({ theirs }) => theirs,
  mine: ({ mine }) => mine,
  both: bothLines,
};

/** The hunks of a row; null for values that are chosen as a whole. */
export function textMergeOf(row: MergeRow): TextMerge | null {
  const { withSource } = row.reading.contract;
  const { base, mine, theirs } = row;
  if (row.outcome !== 'conflict' || !withSource) return null;
  const source = (side: unknown) => sourceOf(row, side);
  if (withSource(source(mine), { base, mine, theirs }) === undefined) return null;
  const hunks = hunksOf(source(base), source(mine), source(theirs));
  return {
    hunks,
    valueWith(choices) {
      const lines = hunks.flatMap((hunk, index) => {
        const side = choices.get(index);
        return side ? linesOf[side](hunk) : settledLines(hunk);
      });
      return withSource(lines.join('\n'), { base, mine, theirs });
    },
  };
}

/** The hunks that a person has to choose. */
export function conflictIndexes({ hunks }: TextMerge): number[] {
  return hunks.flatMap(({ kind }, index) => (kind === 'conflict' ? [index] : []));
}
