/** What a `content-range` says; `total` is null for `*`. Its positions count from 0 or 1: that is not documented. */
export interface ContentRange {
  first: number | null;
  last: number | null;
  total: number | null;
}

/**
 * `items 13-15/122`, or `*` in place of the positions or of the total; with any unit or none in front
 * (list-artifacts.md §4.4). Null for anything else.
 */
export function parseContentRange(text: string | null): ContentRange | null {
  const match = /^\s*(?:[A-Za-z]\w*[ =:]?\s*)?(?:(\d+)\s*-\s*(\d+)|\*)\s*\/\s*(\d+|\*)\s*$/.exec(
    text ?? '',
  );
  if (!match) return null;
  const number = (part: string | undefined) =>
    part === undefined || part === '*' ? null : Number(part);
  return { first: number(match[1]), last: number(match[2]), total: number(match[3]) };
}

export interface PageFacts {
  status: number;
  range: ContentRange | null;
  offset: number;
  limit: number;
  received: number;
}

/**
 * Where the next page starts, or undefined after the last one. A page may be short although more follow (artifacts that the
 * person may not see are left out of it), so it goes by `limit` to the total; with an unknown total until a page is
 * empty, or 416. The header's own positions are not used: nobody says whether they count from 0 or from 1.
 */
export function nextOffset({ status, range, offset, limit, received }: PageFacts) {
  if (status !== 206) return undefined;
  const next = offset + limit;
  if (range?.total != null) return next < range.total ? next : undefined;
  return received === 0 ? undefined : next;
}
