import { diff3Merge } from 'node-diff3';

/** What this file reads of node-diff3, whose own types say `any`. */
type Region = { ok?: string[]; conflict?: unknown };

/**
 * Both sides' changes of a text put together line by line; null when they touch the same lines.
 * Line feeds separate, they do not end: so two sides that only append at the end of a file meet as two lines do.
 */
export function mergeLines(base: string, mine: string, theirs: string): string | null {
  const regions: Region[] = diff3Merge(mine.split('\n'), base.split('\n'), theirs.split('\n'), {
    excludeFalseConflicts: true,
  });
  const lines: string[] = [];
  for (const region of regions) {
    if (!region.ok) return null;
    for (const line of region.ok) lines.push(line);
  }
  return lines.join('\n');
}
