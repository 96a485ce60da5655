import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mergeLines } from './mergeLines';

test('X4: changes of different lines are both kept', () => {
  expect(mergeLines('a\nb\nc\nd', 'A\nb\nc\nd', 'a\nb\nc\nD')).toBe('A\nb\nc\nD');
  expect(mergeLines('a\nb', 'a\nb\nc', 'A\nb')).toBe('A\nb\nc');
  expect(mergeLines('a\nb\nc', 'a\nc', 'a\nb\nc\nd')).toBe('a\nc\nd');
});

test('X4: changes of one line are a conflict, equal ones are not', () => {
  expect(mergeLines('a\nb\nc', 'a\nB1\nc', 'a\nB2\nc')).toBeNull();
  expect(mergeLines('a\nb\nc', 'a\nB\nc\nd', 'a\nB\nc')).toBe('a\nB\nc\nd');
  expect(mergeLines('a\nb', 'A\nb', 'a\nB')).toBeNull();
  expect(mergeLines('', 'mine', 'theirs')).toBeNull();
});

const text = fc
  .array(fc.constantFrom('a', 'b', 'c', '', 'd\r'), { maxLength: 8 })
  .map((lines) => lines.join('\n'));

test('X4: a side that did not change yields, byte for byte', () => {
  fc.assert(
    fc.property(text, text, (base, other) => {
      expect(mergeLines(base, base, other)).toBe(other);
      expect(mergeLines(base, other, base)).toBe(other);
      expect(mergeLines(base, other, other)).toBe(other);
    }),
  );
});

test('X4: a merge does not depend on who is who', () => {
  fc.assert(
    fc.property(text, text, text, (base, mine, theirs) => {
      expect(mergeLines(base, mine, theirs)).toBe(mergeLines(base, theirs, mine));
    }),
  );
});
