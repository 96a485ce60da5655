import { editsBetween } from './edits';

/** A stretch of text that both sides have, or only one of them. Joined, `same` + `removed` give the text before. */
export interface DiffPart {
  kind: 'same' | 'added' | 'removed';
  text: string;
}

/** Two texts that are longer together are no longer read beside each other: then their words are compared. */
export const SHORT = 80;

function push(parts: DiffPart[], kind: DiffPart['kind'], text: string): void {
  if (text === '') return;
  const last = parts.at(-1);
  if (last?.kind === kind) last.text += text;
  else parts.push({ kind, text });
}

type Replacing = (removed: string, added: string) => DiffPart[];

/** The parts of two token lists; `replaced` says how a stretch that differs becomes parts. */
function diffTokens(before: string[], after: string[], replaced: Replacing): DiffPart[] {
  const parts: DiffPart[] = [];
  let at = 0;
  for (const { start, end, tokens } of editsBetween(before, after)) {
    push(parts, 'same', before.slice(at, start).join(''));
    for (const part of replaced(before.slice(start, end).join(''), tokens.join(''))) {
      push(parts, part.kind, part.text);
    }
    at = end;
  }
  push(parts, 'same', before.slice(at).join(''));
  return parts;
}

function wholly(removed: string, added: string): DiffPart[] {
  const parts: DiffPart[] = [];
  push(parts, 'removed', removed);
  push(parts, 'added', added);
  return parts;
}

const size = (removed: string, added: string): number => Math.max(removed.length, added.length);

/** What goes and comes directly after `index`, up to the next stretch that stayed. */
function changeAfter(
  parts: readonly DiffPart[],
  index: number,
): { removed: string; added: string } {
  let removed = '';
  let added = '';
  for (const part of parts.slice(index + 1, index + 3)) {
    if (part.kind === 'same') break;
    if (part.kind === 'removed') removed += part.text;
    else added += part.text;
  }
  return { removed, added };
}

/**
 * Whether what stayed between two changes belongs to one replacement: blanks ("~~five~~ ~~seconds~~" flickers), and a full
 * stop or a small word that two sentences happen to share. What stayed must be a third of each side at most: more tells the reader where he is.
 */
function isBridge(
  stayed: string,
  left: readonly [string, string],
  right: readonly [string, string],
) {
  if (stayed.includes('\n')) return false;
  const kept = stayed.trim().length * 3;
  if (kept === 0) return left[0] !== '' && left[1] !== '';
  const isReplacement = left[0] + right[0] !== '' && left[1] + right[1] !== '';
  return isReplacement && kept <= size(...left) && kept <= size(...right);
}

/** One replacement instead of many crumbs: "five ~~seconds~~" reads, and so does a sentence that was written anew. */
function joinCrumbs(parts: readonly DiffPart[]): DiffPart[] {
  const joined: DiffPart[] = [];
  let removed = '';
  let added = '';
  const flush = () => {
    push(joined, 'removed', removed);
    push(joined, 'added', added);
    removed = '';
    added = '';
  };
  parts.forEach((part, index) => {
    const next = changeAfter(parts, index);
    const isLast = next.removed + next.added === '';
    if (
      part.kind === 'same' &&
      (isLast || !isBridge(part.text, [removed, added], [next.removed, next.added]))
    ) {
      flush();
      push(joined, 'same', part.text);
      return;
    }
    if (part.kind !== 'added') removed += part.text;
    if (part.kind !== 'removed') added += part.text;
  });
  flush();
  return joined;
}

function words(text: string): string[] {
  return text.match(/[\p{L}\p{N}_]+|[^\S\n]+|\n|[^\p{L}\p{N}_\s]/gu) ?? [];
}

/** Lines with their line feed, so that joining gives the text back. */
function lines(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+/g) ?? [];
}

/**
 * What changed from `before` to `after`, to the word. Compared by lines first, then by words inside the lines that
 * differ, so that a long text stays quick and a change does not match words of far-away lines.
 */
export function diffText(before: string, after: string): DiffPart[] {
  return diffTokens(lines(before), lines(after), (removed, added) =>
    joinCrumbs(diffTokens(words(removed), words(added), wholly)),
  );
}

/** The parts with at most `around` lines of what stayed beside each change; what is left out is told by its lines. */
export function foldSame(parts: readonly DiffPart[], around: number): DiffPart[] {
  return parts.map((part, index) => {
    if (part.kind !== 'same') return part;
    const all = lines(part.text);
    const before = index === 0 ? 0 : around;
    const after = index === parts.length - 1 ? 0 : around;
    const left = all.length - before - after;
    if (left < 2) return part;
    const told = `⋯ ${left.toLocaleString()} lines the same\n`;
    const text = [...all.slice(0, before), told, ...all.slice(all.length - after)].join('');
    return { kind: 'same', text };
  });
}

/** True when something was both kept and changed: a diff by words then tells more than old and new side by side. */
export function isPartial(parts: readonly DiffPart[]): boolean {
  return parts.length > 1 && parts.some((part) => part.kind === 'same' && part.text.trim() !== '');
}
