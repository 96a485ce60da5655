import type { LinkedArtifact } from '~/links/linkedArtifacts';
import type { LinkSense } from '~/links/linkTypes';
import type { PastedLine } from '~/links/pastedLines';
import type { Reach } from '~/links/reach';
import { type LinkHolder, whyNotLink } from '../linkRows';

/** A pasted line with the kind of link that it becomes. */
export interface SensedLine extends PastedLine {
  /** Its place: the same text may stand twice. */
  key: string;
  sense: LinkSense;
}

/** A pasted line that was judged: what it becomes, or why it does not. */
export interface JudgedLine extends SensedLine {
  facts: LinkedArtifact | undefined;
  /** Why it becomes no link. */
  problem: string | undefined;
  /** The same link stands further up: nothing of it is left to be mended. */
  isTwice: boolean;
  /** The only problem is that nobody here can see it: it may be added all the same. */
  isUnseen: boolean;
}

/** What the lines are judged by. */
interface Known extends LinkHolder {
  isForeign(host: string | null): boolean;
  /** What was found; `isAnswered` once all were looked up. */
  artifacts: ReadonlyMap<number, LinkedArtifact>;
  isAnswered: boolean;
  /** Of those that would be written to. */
  reach: ReadonlyMap<number, Reach>;
  /** Numbers that are to be added although nobody here can see them. */
  insisted: ReadonlySet<number>;
}

function problemOf({ id, host, sense }: SensedLine, known: Known): string | undefined {
  if (id === null) return 'It names no artifact: no number, reference or address';
  if (known.isForeign(host)) return `Its address is of ${host}, another server than this one`;
  const { direction } = sense;
  const reason = whyNotLink({ id, direction }, known);
  if (reason !== undefined) return reason;
  const there = direction === 'reverse' ? known.reach.get(id) : undefined;
  return there?.kind === 'closed' ? there.reason : undefined;
}

const further = 'It stands further up already';

/**
 * Judges each line at its place, the first of two alike counting: an artifact has at most one link to another one, and one
 * from it. Pure.
 */
export function judgeLines(lines: readonly SensedLine[], known: Known): JudgedLine[] {
  /** Types of what stands further up, by direction and artifact. */
  const above = new Map<string, string>();
  return lines.map((line): JudgedLine => {
    const { id, sense } = line;
    const end = `${sense.direction} ${id}`;
    const before = above.get(end);
    const isTwice = before === sense.type;
    const twice = isTwice ? further : `${further}, as another type`;
    const found = problemOf(line, known) ?? (before === undefined ? undefined : twice);
    if (found === undefined) above.set(end, sense.type);
    const isSeen = id === null || !known.isAnswered || known.artifacts.has(id);
    const isUnseen = found === undefined && !isSeen && !known.insisted.has(id);
    return {
      ...{ ...line, isTwice, isUnseen },
      facts: id === null ? undefined : known.artifacts.get(id),
      problem: found ?? (isUnseen ? 'There is no such artifact that you may see' : undefined),
    };
  });
}
