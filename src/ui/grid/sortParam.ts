import type { GridSort } from './gridColumn';

/** `field:asc` of an address → the sort order; anything else is none. Column ids hold no colon. */
export function readSort(text: string): GridSort | null {
  const [, column, direction] = /^([^:]+):(asc|desc)$/.exec(text) ?? [];
  if (column === undefined) return null;
  return { column, direction: direction === 'desc' ? 'desc' : 'asc' };
}

/** The sort order as an address says it; `''` for none. */
export function writeSort(sort: GridSort | null): string {
  return sort ? `${sort.column}:${sort.direction}` : '';
}
