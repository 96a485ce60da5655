import { defaultRangeExtractor, observeElementRect, useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useLayoutEffect, useRef } from 'react';
import type { GridSort } from './gridColumn';
import { recallView } from './gridMemory';
import { writeSort } from './sortParam';

interface WindowInput {
  scroller: RefObject<HTMLDivElement | null>;
  rows: readonly { id: string }[];
  rowHeight: number;
  /** This row stays in the document although it is out of view: it holds the focus. */
  keep: number;
  memoryKey: string | undefined;
  sort: GridSort | null;
}

const OVERSCAN = 3;

/** Before the first measurement, and for a table that is not shown yet: enough rows to fill a usual window. */
const ASSUMED = { width: 1200, height: 640 };

/** The index of the rows to draw: those in view, a few around them, and the one with the focus. */
export function useRowWindow(input: WindowInput): number[] {
  const { scroller, rows, rowHeight, keep, memoryKey } = input;
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: OVERSCAN,
    initialRect: ASSUMED,
    initialOffset: () => (memoryKey ? (recallView(memoryKey)?.top ?? 0) : 0),
    // The header above the rows. As it follows the row height, a change of that height measures all rows anew.
    scrollMargin: rowHeight,
    // A hidden table (a folded panel) reports no height; it keeps the rows it had.
    observeElementRect: (instance, report) =>
      observeElementRect(instance, (rect) => {
        if (rect.height > 0) report(rect);
      }),
    rangeExtractor: (range) => {
      const indexes = defaultRangeExtractor(range);
      if (keep < 0 || keep >= range.count || indexes.includes(keep)) return indexes;
      return keep < (indexes[0] ?? 0) ? [keep, ...indexes] : [...indexes, keep];
    },
    useFlushSync: false,
  });
  useStillTop(input);
  return virtualizer.getVirtualItems().map((item) => item.index);
}

/**
 * Keeps the same row at the top of the view when rows that come in are sorted in above it.
 * A new sort order is another matter: it shows the table from its beginning.
 */
function useStillTop({ scroller, rows, rowHeight, sort }: WindowInput): void {
  // As text: the address is read anew at every render, and the same order is then another object.
  const order = writeSort(sort);
  const last = useRef({ rows, order });
  useLayoutEffect(() => {
    const before = last.current;
    last.current = { rows, order };
    const element = scroller.current;
    if (!element || before.rows === rows || element.scrollTop === 0) return;
    if (before.order !== order) {
      element.scrollTop = 0;
      return;
    }
    const index = Math.floor(element.scrollTop / rowHeight);
    const top = before.rows[index];
    if (!top || rows[index]?.id === top.id) return;
    const now = rows.findIndex((row) => row.id === top.id);
    if (now >= 0) element.scrollTop += (now - index) * rowHeight;
  }, [scroller, rows, rowHeight, order]);
}
