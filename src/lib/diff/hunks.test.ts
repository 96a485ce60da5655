import fc from 'fast-check';
import { diff3Merge } from 'node-diff3';
import { expect, test } from 'vitest';
import { growth } from '../../../tests/fixtures/growth';
import { bothLines, type Hunk, hunksOf, settledLines } from './hunks';

const kinds = (hunks: Hunk[]) => hunks.map(({ kind }) => kind);
const text = (lines: readonly string[]) => lines.join('\n');

test('X6: changes of different lines are hunks of their own', () => {
  const base = 'one\ntwo\nthree\nfour\nfive';
  const hunks = hunksOf(base, 'ONE\ntwo\nthree\nfour\nfive', 'one\ntwo\nthree\nfour\nFIVE');
  expect(kinds(hunks)).toEqual(['mine', 'same', 'theirs']);
});

test('X6: two changes of one line are a conflict with all three sides', () => {
  const [, hunk] = hunksOf('a\nb\nc', 'a\nmine\nc', 'a\ntheirs\nc');
  expect(hunk).toEqual({ kind: 'conflict', base: ['b'], mine: ['mine'], theirs: ['theirs'] });
});

test('X6: "both" puts words together where they do not touch', () => {
  const [hunk] = hunksOf(
    'The file is ready within five seconds.',
    'The file is ready within five seconds for 10,000 rows.',
    'The file is ready within ten seconds.',
  );
  expect(hunk && text(bothLines(hunk))).toBe(
    'The file is ready within ten seconds for 10,000 rows.',
  );
});

test('X6: "both" of the same word keeps both lines', () => {
  const [hunk] = hunksOf('five', 'six', 'seven');
  expect(hunk && bothLines(hunk)).toEqual(['seven', 'six']);
});

test('X6: three texts of blank lines take no longer than they are long, and nothing of them is lost', () => {
  const sides = (lines: number) => {
    const blank = '\n'.repeat(lines);
    return [
      `${blank}base${blank}`,
      `mine${blank}base${blank}mine`,
      `theirs${blank}base${blank}theirs`,
    ] as const;
  };
  const grown = growth({ small: 250, large: 16_000 }, (lines) => {
    const texts = sides(lines);
    return () => hunksOf(...texts).forEach(bothLines);
  });

  expect(grown).toBeLessThan(16);
  const texts = sides(16_000);
  const hunks = hunksOf(...texts);
  expect(kinds(hunks)).toEqual(['conflict']);
  expect(text(hunks.flatMap(({ mine }) => mine))).toBe(texts[1]);
  expect(text(hunks.flatMap(({ theirs }) => theirs))).toBe(texts[2]);
});

const anyText = fc
  .array(fc.constantFrom('a', 'b', 'c', 'd', ''), { maxLength: 8 })
  .map((lines) => lines.join('\n'));

test('X6: whatever the texts, each side can be put together again from its hunks', () => {
  fc.assert(
    fc.property(anyText, anyText, anyText, (base, mine, theirs) => {
      const hunks = hunksOf(base, mine, theirs);
      expect(text(hunks.flatMap((hunk) => hunk.base))).toBe(base);
      expect(text(hunks.flatMap((hunk) => hunk.mine))).toBe(mine);
      expect(text(hunks.flatMap((hunk) => hunk.theirs))).toBe(theirs);
    }),
  );
});

test('X6: hunks and conflicts are those of a diff3 that others wrote', () => {
  const options = { excludeFalseConflicts: true };
  fc.assert(
    fc.property(anyText, anyText, anyText, (base, mine, theirs) => {
      const lines = (of: string) => of.split('\n');
      const regions: { ok?: string[] }[] = diff3Merge(
        lines(mine),
        lines(base),
        lines(theirs),
        options,
      );
      const hunks = hunksOf(base, mine, theirs);
      expect(kinds(hunks).includes('conflict')).toBe(regions.some(({ ok }) => !ok));
      fc.pre(!kinds(hunks).includes('conflict'));
      expect(text(hunks.flatMap(settledLines))).toBe(text(regions.flatMap(({ ok }) => ok ?? [])));
    }),
  );
});
