import { downloadPath, type FileInfo } from '~/api/files';
import { visibleName } from '~/attachments/names/visibleName';

/** A file of the artifact in Markdown: a picture is shown, any other file is a link. */
export function fileInMarkdown(file: FileInfo): string {
  const words = visibleName(file.name).replace(/[\\[\]]/g, String.raw`\$&`);
  return `${file.type.startsWith('image/') ? '!' : ''}[${words}](${downloadPath(file)})`;
}

/**
 * Puts a text on a line of its own, below the one with the caret: it may come long after it was asked for, and parts no
 * word that is typed by then. The caret stays where it is.
 */
export function insertLine(area: HTMLTextAreaElement, line: string): void {
  const { value: text, selectionStart: start, selectionEnd: end } = area;
  const next = text.indexOf('\n', end);
  const at = next < 0 ? text.length : next;
  const isOnItsOwn = at === 0 || text[at - 1] === '\n';
  const insert = isOnItsOwn ? line : `\n${line}`;
  if (document.activeElement !== area) {
    area.setRangeText(insert, at, at, 'preserve');
    area.dispatchEvent(new InputEvent('input', { bubbles: true }));
    return;
  }
  area.setSelectionRange(at, at);
  // As typed: the browser's own undo takes it back (applyMark.ts).
  document.execCommand('insertText', false, insert);
  if (end < at) area.setSelectionRange(start, end);
}
