/** Lines in one piece: what the browser lays out at once. */
const LINES = 200;
/** Signs in one piece: a line without end is cut there, and goes on in the next. */
const SIGNS = 16_384;

/** `at` counts the signs before it. */
export interface Piece {
  at: number;
  text: string;
}

/**
 * A text in pieces that the browser lays out one by one as they come into view: by lines, and by length where a line has
 * no end. Joined they are the text; no surrogate pair is torn.
 */
export function textPieces(text: string): Piece[] {
  const pieces: Piece[] = [];
  let start = 0;
  while (start < text.length) {
    let end = start;
    for (let line = 0; line < LINES && end < text.length; line += 1) {
      const next = text.indexOf('\n', end);
      end = next < 0 ? text.length : next + 1;
      if (end - start > SIGNS) break;
    }
    if (end - start > SIGNS) {
      end = start + SIGNS;
      const code = text.charCodeAt(end - 1);
      if (code >= 0xd800 && code <= 0xdbff) end -= 1;
    }
    pieces.push({ at: start, text: text.slice(start, end) });
    start = end;
  }
  return pieces;
}
