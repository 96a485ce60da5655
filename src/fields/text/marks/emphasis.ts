import { type Edit, type Selected, trimmed } from './selected';

/** How many times a character stands there in a row, from `at` on (`step` 1) or back (-1). */
function rowAt(text: string, at: number, character: string, step: 1 | -1): number {
  let length = 0;
  while (text[at + length * step] === character) length += 1;
  return length;
}

/** Whether a row of `*` or `_` is, or holds, a sign of that size: three of them are bold and italic at once. */
const holdsSign = (row: number, size: number) => row === size || row === 3;

/** Whether the sign begins or ends a part of the text: then the signs at its two ends are no pair. */
function hasSign(text: string, sign: string): boolean {
  const rows = text.match(sign.startsWith('*') ? /\*+/g : /_+/g) ?? [];
  return rows.some(({ length }) => holdsSign(length, sign.length));
}

/** Whether a text has the sign at both its ends. */
function isBetween(text: string, sign: string): boolean {
  const [first = ''] = sign;
  const size = sign.length;
  const ends = [rowAt(text, 0, first, 1), rowAt(text, text.length - 1, first, -1)];
  return text.length > 2 * size && ends.every((row) => holdsSign(row, size));
}

const without = (text: string, sign: string) => text.slice(sign.length, -sign.length);

/** A sign that ends at a blank line marks nothing: each paragraph has its own pair. */
function paragraphs({ start, end, inner }: ReturnType<typeof trimmed>, sign: string): Edit {
  const pieces = inner.split(/(\n[ \t]*\n\s*)/);
  const isText = (at: number) => at % 2 === 0;
  const isAll = pieces.every((piece, at) => !isText(at) || isBetween(piece, sign));
  const made = pieces.map((piece, at) => {
    if (!isText(at) || (!isAll && isBetween(piece, sign))) return piece;
    if (!isAll) return `${sign}${piece}${sign}`;
    return hasSign(without(piece, sign), sign) ? piece : without(piece, sign);
  });
  const insert = made.join('');
  return { from: start, to: end, insert, start, end: start + insert.length };
}

/**
 * The first of the signs around what is selected, or one of them taken away where it stands there already. Where several
 * parts of it have the sign, and the ends with them, it is left as it is.
 */
export function emphasized(selected: Selected, signs: readonly [string, ...string[]]): Edit {
  const { text } = selected;
  const part = trimmed(selected);
  const { start, end, inner } = part;
  if (/\n[ \t]*\n/.test(inner)) return paragraphs(part, signs[0]);
  for (const sign of signs) {
    const size = sign.length;
    const [first = ''] = sign;
    const isInside = isBetween(inner, sign) && text[start - 1] !== first && text[end] !== first;
    const isAround =
      holdsSign(rowAt(text, start - 1, first, -1), size) &&
      holdsSign(rowAt(text, end, first, 1), size);
    const bare = isInside ? without(inner, sign) : inner;
    if ((isInside || isAround) && hasSign(bare, sign)) {
      return { from: start, to: end, insert: inner, start, end };
    }
    if (isInside) return { from: start, to: end, insert: bare, start, end: end - 2 * size };
    if (isAround) {
      const from = start - size;
      return { from, to: end + size, insert: inner, start: from, end: end - size };
    }
  }
  const [sign] = signs;
  const insert = `${sign}${inner}${sign}`;
  return { from: start, to: end, insert, start: start + sign.length, end: end + sign.length };
}
