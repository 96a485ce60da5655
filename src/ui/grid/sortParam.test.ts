import { expect, test } from 'vitest';
import { readSort, writeSort } from './sortParam';

test('Q9: a sort order survives the way through the address', () => {
  const sort = { column: 'due_date', direction: 'desc' } as const;
  expect(readSort(writeSort(sort))).toEqual(sort);
  expect(writeSort(null)).toBe('');
});

test('Q9: a bad sort order in the address is none', () => {
  for (const text of ['', 'due', 'due:up', ':asc', 'a:b:asc']) expect(readSort(text)).toBeNull();
});
