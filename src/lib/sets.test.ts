import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mergeSets, setChange, withChange } from './sets';

const letter = (item: string) => item;
const set = fc.uniqueArray(fc.constantFrom(...'abcdefgh'), { maxLength: 8 });
const sorted = (items: readonly string[]) => items.toSorted();

test('E5: an edit is what it added and removed, and doing it again to its own start gives its end', () => {
  fc.assert(
    fc.property(set, set, (before, after) => {
      const change = setChange(before, after, letter);
      expect(sorted(withChange(before, change, letter))).toEqual(sorted(after));
    }),
  );
});

test('E5: whatever either side added is there, whatever either took out is gone', () => {
  fc.assert(
    fc.property(set, set, set, (base, mine, theirs) => {
      const merged = mergeSets({ base, mine, theirs }, letter);
      for (const item of 'abcdefgh') {
        const sides = [mine.includes(item), theirs.includes(item)];
        const expected = base.includes(item) ? !sides.includes(false) : sides.includes(true);
        expect(merged.includes(item), item).toBe(expected);
      }
    }),
  );
});

test('E5: it does not matter who saves first', () => {
  fc.assert(
    fc.property(set, set, set, (base, mine, theirs) => {
      const one = mergeSets({ base, mine, theirs }, letter);
      const other = mergeSets({ base, mine: theirs, theirs: mine }, letter);
      expect(sorted(one)).toEqual(sorted(other));
    }),
  );
});
