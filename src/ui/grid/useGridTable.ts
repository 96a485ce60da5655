import {
  type ColumnDef,
  createSortedRowModel,
  rowSortingFeature,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { useMemo } from 'react';
import { compareKeys } from './compareKeys';
import type { GridColumn, GridSort } from './gridColumn';

const features = tableFeatures({ rowSortingFeature, sortedRowModel: createSortedRowModel() });

interface TableInput<Data extends object> {
  columns: readonly GridColumn<Data>[];
  rows: Data[];
  rowId(row: Data): string;
  sort: GridSort | null;
}

function definition<Data extends object>(
  column: GridColumn<Data>,
): ColumnDef<typeof features, Data, unknown> {
  const { id, sortKey } = column;
  if (!sortKey) return { id, enableSorting: false };
  return {
    id,
    // Empty ones last, whichever way it is sorted: the engine does that for `undefined`.
    accessorFn: (row) => sortKey(row) ?? undefined,
    sortUndefined: 'last',
    sortFn: (a, b, columnId) => compareKeys(a.getValue(columnId), b.getValue(columnId)),
  };
}

/** The rows in the order in which they are shown. Sorting is stable: equal rows keep the order they came in. */
export function useGridTable<Data extends object>(input: TableInput<Data>): Data[] {
  const { columns, rows, rowId, sort } = input;
  const definitions = useMemo(() => columns.map(definition), [columns]);
  const sorting = useMemo(
    () => (sort ? [{ id: sort.column, desc: sort.direction === 'desc' }] : []),
    [sort],
  );
  const table = useTable({
    features,
    columns: definitions,
    data: rows,
    getRowId: rowId,
    state: { sorting },
  });
  const { rows: ordered } = table.getRowModel();
  return useMemo(() => ordered.map(({ original }) => original), [ordered]);
}
