import { useMemo, useState } from 'react';
import { HunkList, hunkSides } from '~/conflicts/HunkList';
import {
  currentHunk,
  type HunkChoices,
  type HunkSide,
  isSettled,
  textMerge,
  withChoice,
} from '~/conflicts/textMerge';
import { hunksOf } from '~/lib/diff/hunks';
import type { PartMerge } from '~/saving/svn/mergeSettings';
import type { PartValue } from '~/saving/svn/parts';
import { isPlainKey, useKeydown } from '~/ui/useKeydown';

type FileMerge = PartMerge & Record<'base' | 'mine' | 'theirs', string>;

/** True for a text of lines on all three sides: the access file. */
export function isFile(row: PartMerge): row is FileMerge {
  return [row.base, row.mine, row.theirs].every((side) => typeof side === 'string');
}

interface FileHunksProps {
  file: FileMerge;
  onResult(value: PartValue): void;
}

const heads = { base: '', theirs: 'on the server', mine: 'draft' } as const;

/**
 * The access file as hunks, with the same keys as in the prompt of an artifact: the result is given once every line that
 * both changed is chosen (features X12).
 */
export function FileHunks({ file, onResult }: FileHunksProps) {
  const { base, mine, theirs } = file;
  const merge = useMemo(
    () =>
      textMerge({
        kind: 'lines',
        hunks: hunksOf(base, mine, theirs),
        join: (lines) => lines.join('\n'),
      }),
    [base, mine, theirs],
  );
  const [choices, setChoices] = useState<HunkChoices>(new Map());
  const current = currentHunk(merge, choices);
  function choose(index: number, side: HunkSide): void {
    const next = withChoice(choices, index, side);
    setChoices(next);
    const value = isSettled(merge, next) ? merge.valueWith(next) : undefined;
    if (typeof value === 'string') onResult(value);
  }
  useKeydown((event) => {
    const side = hunkSides.find(({ key }) => key === event.key)?.side;
    if (side && current !== undefined && isPlainKey(event)) choose(current, side);
  });
  return (
    <HunkList
      merge={merge}
      choices={choices}
      current={current}
      writer="the other person"
      headOf={(side) => heads[side]}
      onChoose={choose}
    />
  );
}
