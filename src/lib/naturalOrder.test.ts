import { expect, test, vi } from 'vitest';
import { naturalOrder } from './naturalOrder';

test('E6: numbers in labels sort as numbers, and a long list is sorted without a collator for each comparison', () => {
  const compare = vi.spyOn(String.prototype, 'localeCompare');
  expect(['Part 10', 'part 9', 'Part 9'].toSorted(naturalOrder)).toEqual([
    'part 9',
    'Part 9',
    'Part 10',
  ]);
  expect(compare).not.toHaveBeenCalled();
  compare.mockRestore();
});
