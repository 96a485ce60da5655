import type { ReactNode } from 'react';

/** What a column sorts by; empty ones (null) come last in both directions. */
export type SortKey = string | number | null;

/** One column of a grid. Keep the array stable between renders: the table model is built from it. */
export interface GridColumn<Row> {
  id: string;
  header: string;
  /** Pixels: the least width, and the share of the room that is left over (0: stays as it is). */
  width: number;
  grow?: number;
  align?: 'start' | 'end';
  cell(row: Row): ReactNode;
  /** A column without it cannot be sorted. */
  sortKey?(row: Row): SortKey;
}

export interface GridSort {
  column: string;
  direction: 'asc' | 'desc';
}

/** Where the focus is: a row by its id (`null`: the header), a column by its id. */
export interface GridPlace {
  row: string | null;
  column: string;
}

/** The `grid-template-columns` that gives every column its width. */
export function columnTemplate(columns: readonly { width: number; grow?: number }[]): string {
  return columns
    .map(({ width, grow }) => (grow ? `minmax(${width}px, ${grow}fr)` : `${width}px`))
    .join(' ');
}

/** The width under which the table scrolls sideways. */
export function leastWidth(columns: readonly { width: number }[]): number {
  return columns.reduce((sum, { width }) => sum + width, 0);
}
