import { type Edit, editsBetween } from './edits';

/** A stretch of a text as three sides have it; which sides changed it decides what has to be done. */
export interface Hunk {
  kind: 'same' | 'mine' | 'theirs' | 'agreed' | 'conflict';
  base: readonly string[];
  mine: readonly string[];
  theirs: readonly string[];
}

interface Range {
  start: number;
  end: number;
}

/** The base between `start` and `end` with these edits made. */
function edited(base: string[], edits: Edit[], range: Range): string[] {
  let at = range.start;
  const tokens = edits.flatMap((edit) => {
    const before = base.slice(at, edit.start);
    at = edit.end;
    return [...before, ...edit.tokens];
  });
  return [...tokens, ...base.slice(at, range.end)];
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((token, index) => token === b[index]);
}

function kindOf({ base, mine, theirs }: Omit<Hunk, 'kind'>): Hunk['kind'] {
  if (isSame(mine, theirs)) return isSame(base, mine) ? 'same' : 'agreed';
  if (isSame(base, theirs)) return 'mine';
  return isSame(base, mine) ? 'theirs' : 'conflict';
}

/** How changes of one text are told apart. */
interface Cutting {
  edits(base: string[], side: string[]): Edit[];
  /** Whether an edit has to be looked at together with what was changed in `range`. */
  touches(edit: Edit, range: Range): boolean;
}

/** Neighbouring lines belong to one sentence often enough: they are looked at together. */
const byLine: Cutting = {
  edits: editsBetween,
  touches: (edit, range) => edit.start <= range.end,
};

/** A block stands for itself: changes of the same one, or at the same place, are looked at together. */
const byBlock: Cutting = {
  edits: (base, side) =>
    editsBetween(base, side).flatMap((edit) =>
      edit.end - edit.start === edit.tokens.length
        ? edit.tokens.map((token, index) => {
            const start = edit.start + index;
            return { start, end: start + 1, tokens: [token] };
          })
        : [edit],
    ),
  touches: (edit, range) => edit.start === range.start || edit.start < range.end,
};

/** Takes from the front of `edits` what touches `range`, and widens it. */
function takeTouching(edits: Edit[], range: Range, { touches }: Cutting): Edit[] {
  const taken: Edit[] = [];
  for (let next = edits[0]; next && touches(next, range); next = edits[0]) {
    taken.push(next);
    range.end = Math.max(range.end, next.end);
    edits.shift();
  }
  return taken;
}

function hunksOfTokens(
  [base, mine, theirs]: [string[], string[], string[]],
  cutting: Cutting = byLine,
): Hunk[] {
  const left = { mine: cutting.edits(base, mine), theirs: cutting.edits(base, theirs) };
  const hunks: Hunk[] = [];
  let at = 0;
  const keep = (end: number) => {
    const tokens = base.slice(at, end);
    if (tokens.length > 0) {
      hunks.push({ kind: 'same', base: tokens, mine: tokens, theirs: tokens });
    }
  };
  while (left.mine.length > 0 || left.theirs.length > 0) {
    const start = Math.min(
      left.mine[0]?.start ?? base.length,
      left.theirs[0]?.start ?? base.length,
    );
    keep(start);
    const range = { start, end: start };
    const taken = { mine: [] as Edit[], theirs: [] as Edit[] };
    for (let size = -1; size !== taken.mine.length + taken.theirs.length; ) {
      size = taken.mine.length + taken.theirs.length;
      taken.mine.push(...takeTouching(left.mine, range, cutting));
      taken.theirs.push(...takeTouching(left.theirs, range, cutting));
    }
    const sides = {
      base: base.slice(range.start, range.end),
      mine: edited(base, taken.mine, range),
      theirs: edited(base, taken.theirs, range),
    };
    hunks.push({ kind: kindOf(sides), ...sides });
    at = range.end;
  }
  keep(base.length);
  return hunks;
}

/** Three versions of a text cut into stretches of lines, by who changed them (diff3). Lines without their line feed. */
export function hunksOf(base: string, mine: string, theirs: string): Hunk[] {
  return hunksOfTokens([base.split('\n'), mine.split('\n'), theirs.split('\n')]);
}

/** The same for texts that are cut into blocks already (paragraphs, lists, tables). */
export function hunksOfBlocks(
  base: readonly string[],
  mine: readonly string[],
  theirs: readonly string[],
): Hunk[] {
  return hunksOfTokens([[...base], [...mine], [...theirs]], byBlock);
}

/** The lines that a hunk ends in without anybody's choice; for a conflict mine, as a proposal. */
export function settledLines(hunk: Hunk): readonly string[] {
  return hunk.kind === 'theirs' ? hunk.theirs : hunk.mine;
}

function words(lines: readonly string[]): string[] {
  return lines.join('\n').match(/[\p{L}\p{N}_]+|\s|[^\p{L}\p{N}_\s]/gu) ?? [];
}

/**
 * Both sides' changes of a hunk: put together by words where they touch different ones, else theirs above mine.
 */
export function bothLines({ base, mine, theirs }: Hunk): readonly string[] {
  const inWords = hunksOfTokens([words(base), words(mine), words(theirs)]);
  if (inWords.some(({ kind }) => kind === 'conflict')) return [...theirs, ...mine];
  return inWords.flatMap(settledLines).join('').split('\n');
}
