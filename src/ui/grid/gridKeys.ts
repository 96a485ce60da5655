/** A place counted from 0; row −1 is the header. */
export interface Spot {
  row: number;
  column: number;
}

export interface Extent {
  rows: number;
  columns: number;
  /** Rows that fit into the view: what PageUp and PageDown move by. */
  page: number;
}

export interface Pressed {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  shiftKey: boolean;
  altKey: boolean;
}

const clamp = (value: number, least: number, most: number): number =>
  Math.max(least, Math.min(most, value));

/**
 * Where a key leads from `spot`, or null when the key is not one of the grid's
 * (WAI-ARIA Authoring Practices, "grid": arrows, Home, End, PageUp, PageDown, with Ctrl for the whole table; Space reads on).
 */
export function nextSpot(pressed: Pressed, spot: Spot, extent: Extent): Spot | null {
  if (pressed.altKey) return null;
  const isWhole = pressed.ctrlKey || pressed.metaKey;
  const last = extent.rows - 1;
  const to = (row: number, column = spot.column): Spot => ({
    row: clamp(row, -1, last),
    column: clamp(column, 0, extent.columns - 1),
  });
  const firstRow = Math.min(0, last);
  const pageUp = () => to(Math.max(firstRow, spot.row - extent.page));
  const pageDown = () => to(spot.row + extent.page);
  switch (pressed.key) {
    case 'ArrowDown':
      return isWhole ? to(last) : to(spot.row + 1);
    case 'ArrowUp':
      return isWhole ? to(firstRow) : to(spot.row - 1);
    case 'ArrowRight':
      return isWhole ? to(spot.row, extent.columns - 1) : to(spot.row, spot.column + 1);
    case 'ArrowLeft':
      return isWhole ? to(spot.row, 0) : to(spot.row, spot.column - 1);
    case 'Home':
      return to(isWhole ? firstRow : spot.row, 0);
    case 'End':
      return to(isWhole ? last : spot.row, extent.columns - 1);
    case 'PageUp':
      return pageUp();
    case 'PageDown':
      return pageDown();
    case ' ':
      // On a header the button takes it (sorting); in the body it reads on, as in a page of text.
      if (spot.row < 0) return null;
      return pressed.shiftKey ? pageUp() : pageDown();
    default:
      return null;
  }
}
