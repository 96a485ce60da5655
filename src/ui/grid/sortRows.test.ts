import { expect, test } from 'vitest';
import type { GridColumn } from './gridColumn';
import { sortRows } from './sortRows';

interface Row {
  id: number;
  name: string | null;
}

const columns: GridColumn<Row>[] = [
  { id: 'id', header: '#', width: 60, cell: () => null },
  { id: 'name', header: 'Name', width: 60, cell: () => null, sortKey: ({ name }) => name },
];
const rows: Row[] = [
  { id: 1, name: 'T-10' },
  { id: 2, name: null },
  { id: 3, name: 'T-9' },
  { id: 4, name: 'T-10' },
];
const ids = (sorted: readonly Row[]) => sorted.map(({ id }) => id);

test('P1: sorted by a column, equal rows keep their order and empty ones come last both ways', () => {
  expect(ids(sortRows(rows, columns, { column: 'name', direction: 'asc' }))).toEqual([3, 1, 4, 2]);
  expect(ids(sortRows(rows, columns, { column: 'name', direction: 'desc' }))).toEqual([1, 4, 3, 2]);
});

test('P1: no sort, an unknown column and one that cannot be sorted leave the rows as they came', () => {
  for (const column of ['none', 'id']) {
    expect(sortRows(rows, columns, { column, direction: 'asc' })).toBe(rows);
  }
  expect(sortRows(rows, columns, null)).toBe(rows);
});
