import { memo, type ReactNode } from 'react';
import { Link } from 'react-router-dom';
import type { GridColumn } from './gridColumn';

interface RowProps<Data extends object> {
  id: string;
  data: Data;
  /** Counted from 0 over all rows of the table. */
  index: number;
  top: number;
  columns: readonly GridColumn<Data>[];
  href: string | undefined;
  /** The column that is the grid's stop for Tab, when it lies in this row. */
  stop: string | null;
}

function RowOf<Data extends object>(props: RowProps<Data>) {
  const { id, data, index, top, columns, href, stop } = props;
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      className="grid-row grid-body-row"
      data-row={id}
      data-openable={href === undefined ? undefined : ''}
      style={{ transform: `translateY(${top}px)` }}
    >
      {columns.map((column, columnIndex) => {
        const tabIndex = stop === column.id ? 0 : -1;
        const isLink = columnIndex === 0 && href !== undefined;
        const content: ReactNode = column.cell(data);
        return (
          <div
            key={column.id}
            role="gridcell"
            aria-colindex={columnIndex + 1}
            className="grid-cell"
            data-column={column.id}
            data-align={column.align}
            data-stop={isLink ? undefined : ''}
            tabIndex={isLink ? undefined : tabIndex}
          >
            {isLink ? (
              <Link to={href} className="grid-link" data-stop="" tabIndex={tabIndex}>
                {content}
              </Link>
            ) : (
              content
            )}
          </div>
        );
      })}
    </div>
  );
}

/** One row; drawn again only when its own data, place or focus changes: scrolling then costs only the rows that come in. */
export const GridRow = memo(RowOf) as typeof RowOf;
