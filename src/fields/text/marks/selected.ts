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
export function trimmed({ text, start, end }: Selected) {
  const picked = text.slice(start, end);
  const inner = picked.trim();
  if (inner === '') return { start, end, inner: picked };
  const from = start + picked.indexOf(inner);
  return { start: from, end: from + inner.length, inner };
}
