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

/** Blanks that stayed between two changed words belong to the change: "five ~~seconds~~" reads, "~~five~~ ~~seconds~~" flickers. */
function joinAcrossBlanks(parts: DiffPart[]): DiffPart[] {
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
    const isBridge =
      part.kind === 'same' &&
      removed !== '' &&
      added !== '' &&
      index + 1 < parts.length &&
      /^[^\S\n]+$/.test(part.text);
    if (part.kind === 'same' && !isBridge) {
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
    joinAcrossBlanks(diffTokens(words(removed), words(added), wholly)),
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
