import fc from 'fast-check';
import { diffIndices } from 'node-diff3';
import { expect, test } from 'vitest';
import { editsBetween } from './edits';

const anyList = fc.array(fc.constantFrom('a', 'b', 'c', ''), { maxLength: 12 });

test('X6: the edits of two lists are those that others find', () => {
  fc.assert(
    fc.property(anyList, anyList, (before, after) => {
      const others = diffIndices(before, after).map(({ buffer1: [start, length], ...hunk }) => ({
        start,
        end: start + length,
        tokens: hunk.buffer2Content,
      }));
      expect(editsBetween(before, after)).toEqual(others);
    }),
  );
});

const blank = (count: number): string[] => Array.from({ length: count }, () => '');

test('X6: of lists that have too much in common, what lies between their equal ends counts as replaced', () => {
  const before = ['first', ...blank(3000), 'middle', ...blank(3000), 'last'];
  const after = ['first', 'mine', ...blank(3000), 'middle', ...blank(3000), 'more', 'last'];
  expect(editsBetween(before, after)).toEqual([
    { start: 1, end: 6002, tokens: after.slice(1, -1) },
  ]);
  expect(editsBetween(before, before.with(3001, 'changed'))).toEqual([
    { start: 3001, end: 3002, tokens: ['changed'] },
  ]);
});
