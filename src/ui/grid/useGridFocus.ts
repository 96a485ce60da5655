import {
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  type RefObject,
  useEffectEvent,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { GridPlace } from './gridColumn';
import { nextSpot } from './gridKeys';
import { recallView, rememberView } from './gridMemory';

interface FocusInput {
  scroller: RefObject<HTMLDivElement | null>;
  columns: readonly { id: string }[];
  rows: readonly { id: string }[];
  rowHeight: number;
  memoryKey: string | undefined;
}

interface GridFocus {
  /** The one place that Tab comes to. */
  place: GridPlace;
  /** Its row, −1 for the header. */
  rowIndex: number;
  onKeyDown(event: KeyboardEvent<HTMLElement>): void;
  onFocus(event: FocusEvent<HTMLElement>): void;
  onClick(event: MouseEvent<HTMLElement>): void;
}

/** Which cell an element lies in. */
function placeOf(element: Element): GridPlace | null {
  const column = element.closest('[data-column]')?.getAttribute('data-column');
  if (!column) return null;
  return { row: element.closest('[data-row]')?.getAttribute('data-row') ?? null, column };
}

function stopAt(scroller: HTMLElement, place: GridPlace): HTMLElement | null {
  const row = place.row === null ? '.grid-head-row' : `[data-row="${CSS.escape(place.row)}"]`;
  const cell = scroller.querySelector<HTMLElement>(
    `${row} [data-column="${CSS.escape(place.column)}"]`,
  );
  if (!cell) return null;
  return cell.matches('[data-stop]') ? cell : cell.querySelector<HTMLElement>('[data-stop]');
}

/** The row's own link does the opening, so that Ctrl, Shift and the router keep their meaning. */
function openRow(row: Element | null, event: KeyboardEvent | MouseEvent): void {
  row?.querySelector('a.grid-link')?.dispatchEvent(
    new globalThis.MouseEvent('click', {
      bubbles: true,
      cancelable: true,
      ctrlKey: event.ctrlKey,
      metaKey: event.metaKey,
      shiftKey: event.shiftKey,
    }),
  );
}

function onClick(event: MouseEvent<HTMLElement>): void {
  const target = event.target as Element;
  if (target.closest('a, button, input')) return;
  // Marking text with the mouse ends in a click as well.
  if (!(getSelection()?.isCollapsed ?? true)) return;
  openRow(target.closest('[data-row]'), event);
}

/** The place that has or would get the focus; falls back to the first cell when its row or column is gone. */
function usePlace({ columns, rows, memoryKey }: FocusInput) {
  const [wanted, setWanted] = useState<GridPlace | null>(() =>
    memoryKey ? (recallView(memoryKey)?.place ?? null) : null,
  );
  const column = columns.find(({ id }) => id === wanted?.column)?.id ?? columns[0]?.id ?? '';
  const wantedRow = wanted?.row;
  const found = useMemo(
    () => (wantedRow ? rows.findIndex((row) => row.id === wantedRow) : -1),
    [rows, wantedRow],
  );
  const isHeader = rows.length === 0 || wantedRow === null;
  const rowIndex = isHeader ? -1 : Math.max(0, found);
  const place = useMemo(
    () => ({ row: isHeader ? null : (rows[rowIndex]?.id ?? null), column }),
    [isHeader, rows, rowIndex, column],
  );
  return { place, rowIndex, wanted, setWanted };
}

/** Moves the focus by keys, keeps one stop for Tab, and remembers place and scroll per history entry. */
export function useGridFocus(input: FocusInput): GridFocus {
  const { scroller, columns, rows, rowHeight, memoryKey } = input;
  const { place, rowIndex, wanted, setWanted } = usePlace(input);
  const isMoving = useRef(false);

  useLayoutEffect(() => {
    const element = scroller.current;
    if (!isMoving.current || !element) return;
    isMoving.current = false;
    const stop = stopAt(element, place);
    stop?.focus({ preventScroll: true });
    stop?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    // The first column is sticky: to the browser it is always in view.
    if (place.column === columns[0]?.id) element.scrollLeft = 0;
  }, [scroller, place, columns]);

  useGridMemory(scroller, wanted, memoryKey);

  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    const target = event.target as Element;
    if (event.key === 'Enter') {
      if (target.closest('a, button')) return;
      event.preventDefault();
      openRow(target.closest('[data-row]'), event);
      return;
    }
    const column = columns.findIndex(({ id }) => id === place.column);
    const height = scroller.current?.clientHeight ?? 0;
    const page = Math.max(1, Math.floor(height / rowHeight) - 2);
    const extent = { rows: rows.length, columns: columns.length, page };
    const next = nextSpot(event, { row: rowIndex, column }, extent);
    const nextColumn = next && columns[next.column];
    if (!next || !nextColumn) return;
    event.preventDefault();
    if (next.row === rowIndex && next.column === column) return;
    isMoving.current = true;
    setWanted({ row: rows[next.row]?.id ?? null, column: nextColumn.id });
  }

  function onFocus(event: FocusEvent<HTMLElement>): void {
    const at = placeOf(event.target);
    if (at && (at.row !== place.row || at.column !== place.column)) setWanted(at);
  }

  return { place, rowIndex, onKeyDown, onFocus, onClick };
}

/** Writes the view down when the table goes away, and brings it back when its history entry does. */
function useGridMemory(
  scroller: RefObject<HTMLDivElement | null>,
  place: GridPlace | null,
  memoryKey: string | undefined,
): void {
  // Only the entry that the table came up with is brought back; later keys are changes of this same table.
  const [view] = useState(() => (memoryKey ? recallView(memoryKey) : undefined));
  const leave = useEffectEvent((element: HTMLElement) => {
    if (!memoryKey) return;
    rememberView(memoryKey, {
      top: element.scrollTop,
      left: element.scrollLeft,
      place,
      hadFocus: element.contains(document.activeElement),
    });
  });
  // A layout effect is cleaned up while the table still stands in the document: its scroll and focus can be read.
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    if (view) {
      element.scrollTop = view.top;
      element.scrollLeft = view.left;
      if (view.hadFocus && view.place) stopAt(element, view.place)?.focus({ preventScroll: true });
    }
    return () => leave(element);
  }, [scroller, view]);
}
