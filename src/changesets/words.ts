import { sourceOf } from '~/fields/contract';
import type { FieldChange } from '~/saving/changes';
import { differenceOf } from './difference';

/** A difference in one line of plain text. */
export function differenceInWords(change: FieldChange): string {
  const difference = differenceOf(change);
  if (difference.kind === 'items') {
    const { added, removed } = difference;
    return [
      ...added.map(({ text }) => `+ ${text}`),
      ...removed.map(({ text }) => `− ${text}`),
    ].join(', ');
  }
  return `${sourceOf(change, change.before) || 'none'} → ${sourceOf(change, change.after) || 'none'}`;
}

/**
 * One line of text that means nothing else in Markdown than what it says, inside a line that begins with other words. What
 * only means something at the beginning of a line stays as it is, for those who read the source.
 */
export function inMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>|~&]/g, '\\$&').replace(/\s*\n\s*/g, ' ');
}

/** What begins a block in Markdown where it stands first in a line. */
const BLOCK = /^(?:[#+=-]|\d{1,9}(?=[.)]))/;

function lineInMarkdown(line: string): string {
  return inMarkdown(line).replace(BLOCK, (mark) => (/\d/.test(mark) ? `${mark}\\` : `\\${mark}`));
}

/** A plain text of many lines as Markdown that reads the same, line by line. */
export function textInMarkdown(text: string): string {
  const lines = text.split('\n').map((line) => lineInMarkdown(line.trim()));
  return lines.map((line, at) => (line !== '' && lines[at + 1] ? `${line}\\` : line)).join('\n');
}

/** A list of differences as Markdown, with a line for each field (features H3). */
export function differencesAsMarkdown(title: string, changes: readonly FieldChange[]): string {
  const lines = changes.map(
    (change) => `- **${inMarkdown(change.field.label)}**: ${inMarkdown(differenceInWords(change))}`,
  );
  return [`### ${inMarkdown(title)}`, '', ...(lines.length > 0 ? lines : ['No difference'])].join(
    '\n',
  );
}
