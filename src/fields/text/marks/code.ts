import { type Edit, type Selected, trimmed } from './selected';

const rowsOf = (text: string) => (text.match(/`+/g) ?? []).map(({ length }) => length);

/** A fence that the text does not hold: longer than every row of backticks in it. */
const fenceFor = (inner: string, least: number) =>
  '`'.repeat(Math.max(least, ...rowsOf(inner).map((length) => length + 1)));

/** A backtick at an end needs a blank beside it, or it would be a part of the fence (CommonMark, code spans). */
const padOf = (inner: string) => (inner.startsWith('`') || inner.endsWith('`') ? ' ' : '');

/** What is selected with its fence, without it: a block of lines, or words in a line. */
function bareOf(inner: string): string | null {
  const block = /^(`{3,})[^`\n]*\n(.*)\n\1$/s.exec(inner);
  if (block) return block[2] ?? null;
  const [, fence = '', within = ''] = /^(`+)([^`]|[^`].*[^`])\1$/s.exec(inner) ?? [];
  if (fence === '' || within.includes('\n') || rowsOf(within).includes(fence.length)) return null;
  const padded = /^ (.*) $/.exec(within)?.[1] ?? '';
  return padOf(padded) === '' ? within : padded;
}

/** The sizes of the fences before and behind a selection, with what parts them from it: null where they are no pair. */
function fencesAround(text: string, start: number, end: number) {
  const [before, behind] = [text.slice(0, start), text.slice(end)];
  const inner = text.slice(start, end);
  const opened = /(?:^|\n)((`{3,})[^`\n]*\n)$/.exec(before);
  const closed = /^\n(`{3,})(?=\n|$)/.exec(behind);
  if (opened && closed && opened[2] === closed[1]) {
    return { before: opened[1]?.length ?? 0, behind: closed[0].length };
  }
  const pad = padOf(inner);
  const [, first = ''] = (pad ? /(`+) $/ : /(`+)$/).exec(before) ?? [];
  const [, last = ''] = (pad ? /^ (`+)/ : /^(`+)/).exec(behind) ?? [];
  const isPair = first !== '' && first === last && !rowsOf(inner).includes(first.length);
  const size = first.length + pad.length;
  return isPair && inner !== '' ? { before: size, behind: size } : null;
}

/**
 * Several lines become a block of their own, one a word in the line; what has a fence loses it. The line ends that a block
 * needed stay.
 */
export function asCode(selected: Selected): Edit {
  const { text } = selected;
  const { start, end, inner } = trimmed(selected);
  const bare = bareOf(inner);
  if (bare !== null) {
    return { from: start, to: end, insert: bare, start, end: start + bare.length };
  }
  const around = fencesAround(text, start, end);
  if (around) {
    const from = start - around.before;
    return { from, to: end + around.behind, insert: inner, start: from, end: from + inner.length };
  }
  const isBlock = inner.includes('\n');
  const fence = fenceFor(inner, isBlock ? 3 : 1);
  const gap = isBlock ? '\n' : padOf(inner);
  const before = !isBlock || start === 0 || text[start - 1] === '\n' ? '' : '\n';
  const behind = !isBlock || end === text.length || text[end] === '\n' ? '' : '\n';
  const insert = `${before}${fence}${gap}${inner}${gap}${fence}${behind}`;
  const at = start + before.length + fence.length + gap.length;
  return { from: start, to: end, insert, start: at, end: at + inner.length };
}
