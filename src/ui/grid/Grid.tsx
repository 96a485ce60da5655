import { type CSSProperties, type ReactNode, useMemo, useRef } from 'react';
import { GridHead } from './GridHead';
import { GridRow } from './GridRow';
import { columnTemplate, type GridColumn, type GridSort, leastWidth } from './gridColumn';
import { useGridFocus } from './useGridFocus';
import { ROOMY, useMedia } from './useMedia';
import { useRowWindow } from './useRowWindow';
import './grid.css';

interface GridProps<Data extends object> {
  /** What the table lists: its accessible name. */
  label: string;
  columns: readonly GridColumn<Data>[];
  /** In the order in which they are shown. Keep the array stable while nothing changes. */
  rows: readonly Data[];
  /** Keep it stable, too. */
  rowId: (row: Data) => string;
  /** Where Enter, a click on the row and the link in the first column lead. */
  rowHref?(row: Data): string;
  /** How the rows are sorted, for the headers; whoever gives the rows sorts them (`sortRows`, `useGridTable`). */
  sort?: GridSort | null;
  onSort?(sort: GridSort | null): void;
  /** More rows are still on their way. */
  isBusy?: boolean;
  /** Shown under the header when there are no rows. */
  empty?: ReactNode;
  /** Names the history entry (`location.key`): coming back to it brings back scroll and focus. */
  memoryKey?: string;
}

/**
 * A table for any number of rows: only those in view are in the document. WAI-ARIA grid with one stop for Tab;
 * arrows move, Enter opens the row's link. It fills the height that its parent leaves.
 */
export function Grid<Data extends object>(props: GridProps<Data>) {
  const { columns, rowId, rowHref, sort = null, memoryKey } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const rowHeight = useMedia(ROOMY) ? 44 : 32;
  const rows = useMemo(
    () => props.rows.map((data) => ({ id: rowId(data), data })),
    [props.rows, rowId],
  );
  const focus = useGridFocus({ scroller, columns, rows, rowHeight, memoryKey });
  const view = useRowWindow({ scroller, rows, rowHeight, keep: focus.rowIndex, memoryKey, sort });
  const style = {
    '--grid-columns': columnTemplate(columns),
    '--grid-width': `${leastWidth(columns)}px`,
    '--grid-row': `${rowHeight}px`,
  } as CSSProperties;
  return (
    <div className="grid-frame" style={style}>
      <div
        ref={scroller}
        role="grid"
        aria-label={props.label}
        aria-rowcount={rows.length + 1}
        aria-colcount={columns.length}
        aria-busy={props.isBusy ? true : undefined}
        className="grid"
        data-empty={rows.length === 0 ? '' : undefined}
        onKeyDown={focus.onKeyDown}
        onFocus={focus.onFocus}
        onClick={focus.onClick}
      >
        <div role="rowgroup" className="grid-head">
          <GridHead
            columns={columns}
            sort={sort}
            stop={focus.place.row === null ? focus.place.column : null}
            onSort={props.onSort}
          />
        </div>
        <div role="rowgroup" className="grid-body" style={{ height: rows.length * rowHeight }}>
          {view.map((index) => {
            const row = rows[index];
            return row ? (
              <GridRow
                key={row.id}
                id={row.id}
                data={row.data}
                index={index}
                top={index * rowHeight}
                columns={columns}
                href={rowHref?.(row.data)}
                stop={focus.place.row === row.id ? focus.place.column : null}
              />
            ) : null;
          })}
        </div>
      </div>
      {rows.length === 0 && props.empty !== undefined && (
        <div className="grid-empty">{props.empty}</div>
      )}
    </div>
  );
}
