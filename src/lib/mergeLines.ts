import { hunksOf, settledLines } from './hunks';

/**
 * Both sides' changes of a text put together line by line; null when they touch the same or neighbouring lines.
 * Line feeds separate, they do not end: so two sides that only append at the end of a file meet as two lines do.
 */
export function mergeLines(base: string, mine: string, theirs: string): string | null {
  const hunks = hunksOf(base, mine, theirs);
  return hunks.some(({ kind }) => kind === 'conflict')
    ? null
    : hunks.flatMap(settledLines).join('\n');
}
