/** What can be done to a selection of a Markdown text. */
export type Mark = 'bold' | 'italic' | 'list' | 'link' | 'code';

/** A text and the selection in it; with nothing selected both ends are the caret. */
export interface Selected {
  text: string;
  start: number;
  end: number;
}

/** What to put in the place of `from` to `to`, and the selection after it. */
export interface Edit {
  from: number;
  to: number;
  insert: string;
  start: number;
  end: number;
}

/** The selection without blanks at its ends: a sign beside a blank marks nothing in Markdown. */
function trimmed({ text, start, end }: Selected): { start: number; end: number } {
  const picked = text.slice(start, end);
  const inner = picked.trim();
  if (inner === '') return { start, end };
  const from = start + picked.indexOf(inner);
  return { start: from, end: from + inner.length };
}

/** Whether `sign` stands there, and is not a part of a longer row of it (`*` of `**`). */
function isBeside(text: string, at: number, sign: string): boolean {
  const [first = ''] = sign;
  return text.startsWith(sign, at) && text[at - 1] !== first && text[at + sign.length] !== first;
}

/** Signs around the selection, or taken away where they stand there already. */
function wrapped(selected: Selected, sign: string): Edit {
  const { text } = selected;
  const { start, end } = trimmed(selected);
  const inner = text.slice(start, end);
  const size = sign.length;
  if (inner.length > 2 * size && isBeside(text, start, sign) && isBeside(text, end - size, sign)) {
    const bare = inner.slice(size, -size);
    return { from: start, to: end, insert: bare, start, end: end - 2 * size };
  }
  if (start >= size && isBeside(text, start - size, sign) && isBeside(text, end, sign)) {
    const at = { start: start - size, end: end - size };
    return { from: start - size, to: end + size, insert: inner, ...at };
  }
  const insert = `${sign}${inner}${sign}`;
  return { from: start, to: end, insert, start: start + size, end: end + size };
}

/** A fence that the text does not hold: longer than every row of backticks in it. */
function fenceFor(inner: string, least: number): string {
  const rows = inner.match(/`+/g) ?? [];
  return '`'.repeat(Math.max(least, ...rows.map(({ length }) => length + 1)));
}

/** Several lines become a block of their own, one a word in the line. */
function asCode(selected: Selected): Edit {
  const { text } = selected;
  const { start, end } = trimmed(selected);
  const inner = text.slice(start, end);
  if (!inner.includes('\n'))
    return wrapped(selected, inner.includes('`') ? fenceFor(inner, 1) : '`');
  const fence = fenceFor(inner, 3);
  const before = start === 0 || text[start - 1] === '\n' ? '' : '\n';
  const behind = end === text.length || text[end] === '\n' ? '' : '\n';
  const insert = `${before}${fence}\n${inner}\n${fence}${behind}`;
  const at = start + before.length + fence.length + 1;
  return { from: start, to: end, insert, start: at, end: at + inner.length };
}

/** What is missing gets the caret: the address of a text, or the text of an address. */
function asLink(selected: Selected): Edit {
  const { start, end } = trimmed(selected);
  const inner = selected.text.slice(start, end);
  const isAddress = /^(https?:\/\/|mailto:)\S+$/i.test(inner);
  const insert = isAddress ? `[](${inner})` : `[${inner}]()`;
  const caret = isAddress || inner === '' ? start + 1 : start + insert.length - 1;
  return { from: start, to: end, insert, start: caret, end: caret };
}

/** Every line that the selection touches becomes an entry; where all are entries they become lines again. */
function asList({ text, start, end }: Selected): Edit {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  // A selection that ends at the beginning of a line does not touch it.
  const last = end > start && text[end - 1] === '\n' ? end - 1 : end;
  const next = text.indexOf('\n', last);
  const to = next === -1 ? text.length : next;
  const lines = text.slice(from, to).split('\n');
  const isEntry = (line: string) => /^[-*+] /.test(line);
  const isAll = lines.every((line) => isEntry(line) || line.trim() === '') && lines.some(isEntry);
  const made = lines.map((line) => {
    if (isAll) return isEntry(line) ? line.slice(2) : line;
    return isEntry(line) || (line.trim() === '' && lines.length > 1) ? line : `- ${line}`;
  });
  const insert = made.join('\n');
  const caret = from + insert.length;
  return { from, to, insert, start: lines.length > 1 ? from : caret, end: caret };
}

/** What a mark does to a selection; twice it is as before. Pure. */
export function withMark(mark: Mark, selected: Selected): Edit {
  if (mark === 'bold') return wrapped(selected, '**');
  if (mark === 'italic') return wrapped(selected, '_');
  if (mark === 'code') return asCode(selected);
  return mark === 'link' ? asLink(selected) : asList(selected);
}
