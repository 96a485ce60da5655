import { type Hunk, hunksOf, settledLines } from './hunks';

/**
 * Both sides' changes of a text put together line by line; null when they touch the same or neighbouring lines.
 * Line feeds separate, they do not end: so two sides that only append at the end of a file meet as two lines do.
 */
export function mergeLines(base: string, mine: string, theirs: string): string | null {
  return settledPieces(hunksOf(base, mine, theirs))?.join('\n') ?? null;
}

/** Both sides' changes together; null when they touch the same. */
export function settledPieces(hunks: readonly Hunk[]): readonly string[] | null {
  const isOpen = hunks.some(({ kind }) => kind === 'conflict');
  return isOpen ? null : hunks.flatMap(settledLines);
}
