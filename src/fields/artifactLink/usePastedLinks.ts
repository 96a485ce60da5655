import { useState } from 'react';
import type { Field } from '~/api/trackers';
import type { LinkedArtifact } from '~/links/linkedArtifacts';
import type { LinkEnd, LinkSense } from '~/links/linkTypes';
import { type PastedLine, pastedLines } from '~/links/pastedLines';
import { useForeignHosts } from '~/links/useForeignHosts';
import { usePaused } from '~/links/usePaused';
import { useReach } from '~/links/useReach';
import { useLinkedArtifacts } from './ArtifactLinkView';
import { phrasesOf, whyNotLink } from './linkRows';
import type { ArtifactLinks } from './mergeLinks';

export interface PastedPlace {
  field: Field;
  value: ArtifactLinks;
  artifactId: number | null;
  /** What a line is that says nothing itself. */
  sense: LinkSense;
}

/** A pasted line that was judged: what it becomes, or why it does not. */
export interface JudgedLine extends PastedLine {
  /** Its place: the same text may stand twice. */
  key: string;
  sense: LinkSense;
  facts: LinkedArtifact | undefined;
  /** Not known yet. */
  isChecking: boolean;
  problem: string | undefined;
  /** The same link stands further up: nothing of it is left to be mended. */
  isTwice: boolean;
  /** The only problem is that nobody here can see it: it may be added all the same. */
  isUnseen: boolean;
}

/** What a person has said about single lines, by what they say: a line keeps it when others come and go. */
const nameOf = ({ text, id }: PastedLine) => `${id} ${text}`;

/** What a line is about: an artifact has at most one link to another one, and one from it. */
const endOf = ({ id, sense }: { id: number | null; sense: LinkSense }) =>
  `${sense.direction} ${id}`;

const twiceWords = {
  same: 'It stands further up already',
  other: 'It stands further up already, as another type',
};

/** Reads a pasted list and looks all of it up at once: each line gets its link, or the reason why it gets none (features L2). */
export function usePastedLinks(text: string, place: PastedPlace) {
  const { field, value, artifactId } = place;
  const [chosen, setChosen] = useState<ReadonlyMap<string, LinkSense>>(new Map());
  const [insisted, setInsisted] = useState<ReadonlySet<number>>(new Set());
  const foreign = useForeignHosts();
  const paused = usePaused(text);
  const lines = pastedLines(paused, phrasesOf(field)).map((line, at) => ({
    ...line,
    key: String(at),
    sense: chosen.get(nameOf(line)) ?? line.sense ?? place.sense,
  }));
  const ids = lines.flatMap(({ id }) => id ?? []);
  const { artifacts, note, isAnswered } = useLinkedArtifacts(ids);
  const reach = useReach(
    lines.flatMap(({ id, sense }) => (id !== null && sense.direction === 'reverse' ? id : [])),
  );

  function problemOf({ id, host, sense }: (typeof lines)[number]): string | undefined {
    if (id === null) return 'No number, reference or address in it';
    if (foreign.has(host)) return `Its address is of ${host}, another server than this one`;
    const reason = whyNotLink({ id, direction: sense.direction }, value, artifactId);
    if (reason !== undefined) return reason;
    const there = sense.direction === 'reverse' ? reach.get(id) : undefined;
    return there?.kind === 'closed' ? there.reason : undefined;
  }

  /** Types of what stands further up, by what it is about. */
  const above = new Map<string, string>();
  const judged = lines.map((line): JudgedLine => {
    const { id, sense } = line;
    const before = above.get(endOf(line));
    const isTwice = before === sense.type;
    const found =
      problemOf(line) ??
      (before === undefined ? undefined : twiceWords[isTwice ? 'same' : 'other']);
    if (found === undefined) above.set(endOf(line), sense.type);
    const isOpen = found === undefined && id !== null;
    const isUnseen = isOpen && isAnswered && !artifacts.has(id) && !insisted.has(id);
    return {
      ...{ ...line, isTwice, isUnseen },
      facts: id === null ? undefined : artifacts.get(id),
      isChecking:
        id !== null &&
        ((!isAnswered && note === null) ||
          (sense.direction === 'reverse' && reach.get(id)?.kind === 'checking')),
      problem: found ?? (isUnseen ? 'There is no such artifact that you may see' : undefined),
    };
  });
  const good = judged.flatMap(({ id, sense, problem }): (LinkEnd & LinkSense)[] =>
    id === null || problem !== undefined ? [] : [{ id, ...sense }],
  );
  return {
    judged,
    good,
    note,
    isChecking: text !== paused || judged.some(({ isChecking }) => isChecking),
    /** The servers that its addresses name beside this one. */
    foreignHosts: [...new Set(lines.flatMap(({ host }) => (foreign.has(host) ? host : [])))],
    isThisServer: foreign.take,
    choose: (line: PastedLine, sense: LinkSense) =>
      setChosen(new Map(chosen).set(nameOf(line), sense)),
    insist: (id: number) => setInsisted(new Set(insisted).add(id)),
  };
}
