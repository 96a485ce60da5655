import type { SettingsToSend } from '~/api/svn';
import { hunksOf } from '~/lib/diff/hunks';
import { changedParts, type PartKey, type PartValue, partsOf } from './parts';

/** A line of the access file that the server stored otherwise than it was sent. */
export interface LineDifference {
  /** `disabled`: commented out, as its group is unknown, empty or spelled otherwise, or the line is no rule (M6). */
  kind: 'disabled' | 'changed' | 'added' | 'removed';
  /** Where it stands in the stored file, from 1; for a removed one the line before which it stood. */
  line: number;
  /** Null for an added line. */
  sent: string | null;
  /** Null for a removed line. */
  stored: string | null;
}

export interface PartDifference {
  key: PartKey;
  sent: PartValue;
  stored: PartValue;
}

/** What the server stored otherwise than it was sent, over REST without a word (features D6). */
export interface StoredDifferences {
  lines: readonly LineDifference[];
  /** Other parts than the access file. */
  parts: readonly PartDifference[];
  /** Blanks at both ends of the access file, and carriage returns: changed without meaning. */
  isTrimmed: boolean;
  hasOtherLineEnds: boolean;
}

/** PHP's `trim`: not all that JavaScript's takes off. */
const blanks = new Set([' ', '\t', '\n', '\r', '\0', '\v']);

function trimmed(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && blanks.has(text.charAt(start))) start += 1;
  while (end > start && blanks.has(text.charAt(end - 1))) end -= 1;
  return text.slice(start, end);
}

function withoutReturns(text: string): string {
  return text.replaceAll('\r', '');
}

/** How the server disables a line: as it stands, indentation included, behind `# `. */
function disabled(line: string): string {
  return `# ${line}`;
}

function pair(line: number, sent: string | undefined, stored: string | undefined): LineDifference {
  if (sent === undefined) return { kind: 'added', line, sent: null, stored: stored ?? '' };
  if (stored === undefined) return { kind: 'removed', line, sent, stored: null };
  return { kind: stored === disabled(sent) ? 'disabled' : 'changed', line, sent, stored };
}

function linesOf(sent: string, stored: string): LineDifference[] {
  const [from, to] = [sent.split('\n'), stored.split('\n')];
  if (from.length === to.length) {
    return to.flatMap((line, index) =>
      line === from[index] ? [] : pair(index + 1, from[index], line),
    );
  }
  let line = 1;
  return hunksOf(sent, stored, sent).flatMap(({ kind, base, mine }) => {
    const start = line;
    line += mine.length;
    if (kind === 'same') return [];
    const length = Math.max(base.length, mine.length);
    return Array.from({ length }, (_, index) =>
      pair(start + Math.min(index, mine.length), base[index], mine[index]),
    );
  });
}

/** Compares what was sent with what was read back, byte for byte, and sorts what differs. */
export function differencesOf(sent: SettingsToSend, stored: SettingsToSend): StoredDifferences {
  const [mine, theirs] = [partsOf(sent), partsOf(stored)];
  const plain = trimmed(sent.access_file);
  return {
    lines: linesOf(withoutReturns(plain), withoutReturns(stored.access_file)),
    parts: changedParts(sent, stored)
      .filter((key) => key !== 'access_file')
      .map((key) => ({ key, sent: mine.get(key) ?? null, stored: theirs.get(key) ?? null })),
    isTrimmed: plain !== sent.access_file && stored.access_file !== sent.access_file,
    hasOtherLineEnds: plain.split('\r').length !== stored.access_file.split('\r').length,
  };
}

/** True when something that means something differs. */
export function isDifferent({ lines, parts }: StoredDifferences): boolean {
  return lines.length > 0 || parts.length > 0;
}

/** True when `stored` is what this server makes of `sent`: the same, but for lines that it disabled. */
export function isStoredFormOf(sent: SettingsToSend, stored: SettingsToSend): boolean {
  const { lines, parts } = differencesOf(sent, stored);
  return parts.length === 0 && lines.every(({ kind }) => kind === 'disabled');
}

/** Where a stored line stands in the text as it is now: at its number, else the nearest equal line; undefined when gone. */
export function findLine(text: string, { line, stored }: LineDifference): number | undefined {
  if (stored === null) return undefined;
  const lines = text.split('\n');
  const found = lines.flatMap((other, index) => (other === stored ? index : []));
  return found.toSorted((a, b) => Math.abs(a - line + 1) - Math.abs(b - line + 1))[0];
}

/** The text with the stored line replaced by what had been sent; `undefined` takes it out. Unchanged when it is gone. */
export function withLine(
  text: string,
  difference: LineDifference,
  next: string | undefined,
): string {
  const at = findLine(text, difference);
  if (at === undefined) return text;
  return text
    .split('\n')
    .toSpliced(at, 1, ...(next === undefined ? [] : [next]))
    .join('\n');
}
