import type { ReactNode } from 'react';
import { ROOMY, useMedia } from '~/ui/grid/useMedia';

/** Rows that are in sight at most, before the table scrolls in itself. */
const MOST = 14;

/** A grid takes the height that its parent leaves: here as much as its rows need, up to a part of the page. */
export function GridBox({ rows, children }: { rows: number; children: ReactNode }) {
  const row = useMedia(ROOMY) ? 44 : 32;
  // One row for the head, and room for a scroll bar under the last.
  const height = rows === 0 ? undefined : (Math.min(rows, MOST) + 1) * row + 16;
  return (
    <div className="blueprint-grid" style={height === undefined ? undefined : { height }}>
      {children}
    </div>
  );
}
