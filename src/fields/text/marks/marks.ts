import { asCode } from './code';
import { emphasized } from './emphasis';
import { type Edit, type Selected, trimmed } from './selected';

/** What can be done to a selection of a Markdown text. */
export type Mark = 'bold' | 'italic' | 'list' | 'link' | 'code';

/** What is missing gets the caret: the address of a text, or the text of an address. */
function asLink(selected: Selected): Edit {
  const { start, end, inner } = trimmed(selected);
  const isAddress = /^(https?:\/\/|mailto:)\S+$/i.test(inner);
  const insert = isAddress ? `[](${inner})` : `[${inner}]()`;
  const caret = isAddress || inner === '' ? start + 1 : start + insert.length - 1;
  return { from: start, to: end, insert, start: caret, end: caret };
}

/** A bulleted or numbered entry, of whatever depth. */
const entry = /^(\s*)(?:[-*+]|\d+[.)]) /;

/** Every line that the selection touches becomes an entry; where all are entries they become lines again. */
function asList({ text, start, end }: Selected): Edit {
  // `lastIndexOf` takes a place before the text for its beginning.
  const from = start === 0 ? 0 : text.lastIndexOf('\n', start - 1) + 1;
  // A selection that ends at the beginning of a line does not touch it.
  const last = end > start && text[end - 1] === '\n' ? end - 1 : end;
  const next = text.indexOf('\n', last);
  const to = next === -1 ? text.length : next;
  const lines = text.slice(from, to).split('\n');
  const isEntry = (line: string) => entry.test(line);
  const isAll = lines.every((line) => isEntry(line) || line.trim() === '') && lines.some(isEntry);
  const made = lines.map((line) => {
    if (isAll) return line.replace(entry, '$1');
    const stays = isEntry(line) || (line.trim() === '' && lines.length > 1);
    return stays ? line : line.replace(/^\s*/, '$&- ');
  });
  const insert = made.join('\n');
  const caret = from + insert.length;
  return { from, to, insert, start: lines.length > 1 ? from : caret, end: caret };
}

/**
 * What a mark does to a selection; where it has that mark already, it loses it. Italic is `*`: `_` inside a word marks
 * nothing (CommonMark), and is taken away where somebody wrote it. Pure.
 */
export function withMark(mark: Mark, selected: Selected): Edit {
  if (mark === 'bold') return emphasized(selected, ['**', '__']);
  if (mark === 'italic') return emphasized(selected, ['*', '_']);
  if (mark === 'code') return asCode(selected);
  return mark === 'link' ? asLink(selected) : asList(selected);
}
