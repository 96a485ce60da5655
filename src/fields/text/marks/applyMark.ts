import type { KeyboardEvent } from 'react';
import { type Mark, withMark } from './marks';

/**
 * Puts a mark around what is selected in a text area, and the focus into it. It is typed, as it were: `execCommand` is the
 * one way that leaves Ctrl+Z to the browser, and all of them have it, by whatever name standards call it old.
 */
export function applyMark(area: HTMLTextAreaElement, mark: Mark): void {
  const { value: text, selectionStart: start, selectionEnd: end } = area;
  const edit = withMark(mark, { text, start, end });
  area.focus();
  // A locked text cannot take the focus: what is typed would go where the focus is.
  if (document.activeElement !== area) return;
  area.setSelectionRange(edit.from, edit.to);
  if (edit.insert === '') document.execCommand('delete');
  else document.execCommand('insertText', false, edit.insert);
  area.setSelectionRange(edit.start, edit.end);
}

const keys: Readonly<Record<string, Mark>> = { b: 'bold', i: 'italic' };

/** Ctrl+B and Ctrl+I in a Markdown text; any other key is left alone. */
export function markByKey(event: KeyboardEvent<HTMLTextAreaElement>): void {
  const isOurs = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
  const mark = isOurs ? keys[event.key.toLowerCase()] : undefined;
  if (mark === undefined) return;
  event.preventDefault();
  applyMark(event.currentTarget, mark);
}
