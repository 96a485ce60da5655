import { compareKeys } from './compareKeys';
import type { GridColumn, GridSort } from './gridColumn';

/**
 * The rows sorted by one column, empty ones last in both directions; equal rows keep their order. For lists of some
 * hundred rows on a first screen, which the table engine's code would double; `useGridTable` is for the others.
 */
export function sortRows<Data>(
  rows: readonly Data[],
  columns: readonly GridColumn<Data>[],
  sort: GridSort | null,
): readonly Data[] {
  const sortKey = columns.find(({ id }) => id === sort?.column)?.sortKey;
  if (!sort || !sortKey) return rows;
  const sign = sort.direction === 'desc' ? -1 : 1;
  return rows
    .map((row) => ({ row, key: sortKey(row) }))
    .sort((a, b) => {
      if (a.key === null || b.key === null) return Number(a.key === null) - Number(b.key === null);
      return sign * compareKeys(a.key, b.key);
    })
    .map(({ row }) => row);
}
