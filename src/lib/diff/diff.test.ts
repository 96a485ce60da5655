import fc from 'fast-check';
import { expect, test } from 'vitest';
import { growth } from '../../../tests/fixtures/growth';
import { diffText, foldSame, isPartial } from './diff';

const side = (parts: ReturnType<typeof diffText>, gone: 'added' | 'removed') =>
  parts
    .filter((part) => part.kind !== gone)
    .map((part) => part.text)
    .join('');

test('H2: a changed word is found inside its sentence', () => {
  expect(diffText('ready within five seconds.', 'ready within ten seconds.')).toEqual([
    { kind: 'same', text: 'ready within ' },
    { kind: 'removed', text: 'five' },
    { kind: 'added', text: 'ten' },
    { kind: 'same', text: ' seconds.' },
  ]);
});

test('H2: two changed words in a row are one change', () => {
  expect(diffText('a red apple pie', 'a green pear pie').map((part) => part.kind)).toEqual([
    'same',
    'removed',
    'added',
    'same',
  ]);
});

test('H2: a sentence that was written anew is one replacement, whatever full stop or small word both share', () => {
  const before =
    'Values that are no longer offered stay visible. The training spends half a day on it.';
  const after =
    'An export holds the columns shown. Auditors compare the file with a page of theirs.';
  const kinds = (one: string, other: string) => diffText(one, other).map(({ kind }) => kind);
  expect(kinds(before, after)).toEqual(['removed', 'added', 'same']);
  // What stayed is long enough to say where one is.
  expect(kinds('Exports keep their columns', 'Export keeps its columns and their order')).toEqual([
    'removed',
    'added',
    'same',
    'added',
  ]);
  // Nothing is said to be gone that only has neighbours.
  expect(kinds('the columns shown.', 'all the columns shown, in the same order. A file.')).toEqual([
    'added',
    'same',
    'added',
    'same',
    'added',
  ]);
  expect(kinds('version 4.2.1', 'version 5.3.1')).toEqual([
    'same',
    'removed',
    'added',
    'same',
    'removed',
    'added',
    'same',
  ]);
});

test('H2: whatever the texts, the diff holds both of them whole', () => {
  const text = fc
    .array(fc.constantFrom('a', 'bee', ' ', '\n', '.', 'ä', '  '))
    .map((a) => a.join(''));
  fc.assert(
    fc.property(text, text, (before, after) => {
      const parts = diffText(before, after);
      expect(side(parts, 'added')).toBe(before);
      expect(side(parts, 'removed')).toBe(after);
    }),
  );
});

test('H2: repeated words take no longer than the text is long', () => {
  const grown = growth({ small: 1_000, large: 64_000 }, (words) => {
    const before = 'the word '.repeat(words);
    const after = before.replaceAll('word', 'term');
    return () => void diffText(before, after);
  });

  expect(grown).toBeLessThan(16);
});

test('H2: blank lines take no longer than the text is long', () => {
  const grown = growth({ small: 1_000, large: 64_000 }, (lines) => {
    const blank = '\n'.repeat(lines);
    return () => void diffText(`a\n${blank}b\n${blank}c`, `d\n${blank}e\n${blank}f`);
  });

  expect(grown).toBeLessThan(16);
});

test('H2: only a text of which something stayed is partial', () => {
  expect(isPartial(diffText('High', 'Critical'))).toBe(false);
  expect(isPartial(diffText('one line', 'one more line'))).toBe(true);
});

test('H2: one changed line of 5,000 is told to the word, with the lines beside it', () => {
  const all = Array.from({ length: 5000 }, (_, index) => `"line": ${index},\n`);
  const before = all.join('');
  const parts = diffText(before, before.replace('"line": 4000,', '"line": new,'));
  expect(parts.filter(({ kind }) => kind !== 'same')).toEqual([
    { kind: 'removed', text: '4000' },
    { kind: 'added', text: 'new' },
  ]);
  expect(
    foldSame(parts, 2)
      .map(({ text }) => text)
      .join(''),
  ).toBe(
    [
      '⋯ 3,999 lines the same\n',
      '"line": 3999,\n"line": 4000new,\n"line": 4001,\n',
      '⋯ 998 lines the same\n',
    ].join(''),
  );
});
