import { ArrowDown, ArrowUp } from 'lucide-react';
import type { GridColumn, GridSort } from './gridColumn';

interface HeadProps<Data extends object> {
  columns: readonly GridColumn<Data>[];
  sort: GridSort | null;
  /** The column whose header is the grid's stop for Tab, if it is one of the headers. */
  stop: string | null;
  onSort: ((sort: GridSort | null) => void) | undefined;
}

/** ascending → descending → as the server gave it. */
function nextSort(column: string, sort: GridSort | null): GridSort | null {
  if (sort?.column !== column) return { column, direction: 'asc' };
  return sort.direction === 'asc' ? { column, direction: 'desc' } : null;
}

function ariaSort(column: string, sort: GridSort | null): 'ascending' | 'descending' | 'none' {
  if (sort?.column !== column) return 'none';
  return sort.direction === 'asc' ? 'ascending' : 'descending';
}

/** The header row: a name per column, a button where the column can be sorted. */
export function GridHead<Data extends object>({ columns, sort, stop, onSort }: HeadProps<Data>) {
  return (
    <div role="row" aria-rowindex={1} className="grid-row grid-head-row">
      {columns.map((column, index) => {
        const canSort = Boolean(onSort && column.sortKey);
        const isSorted = sort?.column === column.id;
        const tabIndex = stop === column.id ? 0 : -1;
        const Arrow = sort?.direction === 'desc' ? ArrowDown : ArrowUp;
        return (
          <div
            key={column.id}
            role="columnheader"
            aria-colindex={index + 1}
            aria-sort={canSort ? ariaSort(column.id, sort) : undefined}
            className="grid-cell grid-head-cell"
            data-column={column.id}
            data-align={column.align}
            data-stop={canSort ? undefined : ''}
            tabIndex={canSort ? undefined : tabIndex}
          >
            {canSort ? (
              <button
                type="button"
                className="grid-sort"
                data-stop=""
                tabIndex={tabIndex}
                onClick={() => onSort?.(nextSort(column.id, sort))}
              >
                {isSorted && <Arrow aria-hidden="true" size={14} strokeWidth={1.75} />}
                <span>{column.header}</span>
              </button>
            ) : (
              <span>{column.header}</span>
            )}
          </div>
        );
      })}
    </div>
  );
}
