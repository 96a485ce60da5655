import type { ArtifactRow } from './artifactRow';

/** One page as the server cut it. `rows` may be fewer than `limit`: those that one may not see are dropped after the cut. */
export interface LoadedPage {
  offset: number;
  limit: number;
  rows: readonly ArtifactRow[];
  /** Stays in sight, and is asked for again. */
  isOld: boolean;
}

/** What is loaded of one result: pages by offset, without overlaps, perhaps with gaps. */
export interface LoadedRows {
  /** Which query of which tracker: another id is another table. */
  id: string;
  /** All that match, as the newest page said. */
  size: number;
  pages: readonly LoadedPage[];
}

export interface Range {
  offset: number;
  limit: number;
}

/** Puts pages in, in place of what they cover; the newest size wins, and what lies beyond it goes. */
export function withPages(
  loaded: LoadedRows,
  fresh: readonly LoadedPage[],
  size: number,
): LoadedRows {
  const isCovered = (page: LoadedPage) =>
    fresh.some(({ offset, limit }) => page.offset >= offset && page.offset < offset + limit);
  const pages = [...loaded.pages.filter((page) => !isCovered(page)), ...fresh]
    .filter(({ offset }) => offset === 0 || offset < size)
    .sort((a, b) => a.offset - b.offset);
  return { ...loaded, size, pages };
}

/** Marks everything as old: it is still shown and will be asked for again. */
export function agedRows(loaded: LoadedRows): LoadedRows {
  return { ...loaded, pages: loaded.pages.map((page) => ({ ...page, isOld: true })) };
}

/** What is still to be asked for: gaps in pieces of `most`, then old pages as they were cut. */
export function missingRanges(loaded: LoadedRows, most: number): Range[] {
  const gaps: Range[] = [];
  const old: Range[] = [];
  let reached = 0;
  const fill = (end: number) => {
    for (let offset = reached; offset < end; offset += most) {
      gaps.push({ offset, limit: Math.min(most, end - offset) });
    }
  };
  for (const { offset, limit, isOld } of loaded.pages) {
    fill(offset);
    if (isOld) old.push({ offset, limit });
    reached = Math.max(reached, offset + limit);
  }
  fill(loaded.size);
  return [...gaps, ...old];
}

/** The rows in the order of the server; a row that moved between pages while they were loaded is there once. */
export function rowsOf(loaded: LoadedRows): ArtifactRow[] {
  const seen = new Set<number>();
  const rows: ArtifactRow[] = [];
  for (const page of loaded.pages) {
    for (const row of page.rows) {
      if (seen.has(row.id)) continue;
      seen.add(row.id);
      rows.push(row);
    }
  }
  return rows;
}

/** How many of the matching artifacts were asked for, and how many of those the server kept back from this person. */
export function progressOf(loaded: LoadedRows): { asked: number; hidden: number } {
  let asked = 0;
  let received = 0;
  for (const { offset, limit, rows } of loaded.pages) {
    asked += Math.max(0, Math.min(limit, loaded.size - offset));
    received += rows.length;
  }
  return { asked, hidden: Math.max(0, asked - received) };
}
