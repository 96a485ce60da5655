import { useState } from 'react';
import type { Field } from '~/api/trackers';
import type { LinkedArtifact } from '~/links/linkedArtifacts';
import type { LinkEnd, LinkSense } from '~/links/linkTypes';
import { type PastedLine, pastedLines } from '~/links/pastedLines';
import { useForeignHost } from '~/links/useForeignHost';
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
  /** Its address names another server than the one that is asked. */
  foreignHost: string | null;
}

/** Reads a pasted list and looks all of it up at once: each line gets its link, or the reason why it gets none (features L2). */
export function usePastedLinks(text: string, place: PastedPlace) {
  const { field, value, artifactId } = place;
  const [chosen, setChosen] = useState<ReadonlyMap<number, LinkSense>>(new Map());
  const foreignHost = useForeignHost();
  const paused = usePaused(text);
  const lines = pastedLines(paused, phrasesOf(field)).map((line, at) => ({
    ...line,
    key: String(at),
    sense: (line.id === null ? undefined : chosen.get(line.id)) ?? line.sense ?? place.sense,
  }));
  const ids = lines.flatMap(({ id }) => id ?? []);
  const { artifacts, note, isAnswered } = useLinkedArtifacts(ids);
  const reach = useReach(
    lines.flatMap(({ id, sense }) => (id !== null && sense.direction === 'reverse' ? id : [])),
  );

  function problemOf(line: (typeof lines)[number]): string | undefined {
    const { id, sense, isTwice } = line;
    if (id === null) return 'No number, reference or address in it';
    if (isTwice) return 'It stands further up already';
    const reason = whyNotLink({ id, direction: sense.direction }, value, artifactId);
    if (reason !== undefined) return reason;
    const there = sense.direction === 'reverse' ? reach.get(id) : undefined;
    if (there?.kind === 'closed') return there.reason;
    return isAnswered && !artifacts.has(id)
      ? 'There is no such artifact that you may see'
      : undefined;
  }

  const judged = lines.map(
    (line): JudgedLine => ({
      ...line,
      facts: line.id === null ? undefined : artifacts.get(line.id),
      isChecking:
        line.id !== null &&
        ((!isAnswered && note === null) || reach.get(line.id)?.kind === 'checking'),
      problem: problemOf(line),
      foreignHost: foreignHost(line.text),
    }),
  );
  const good = judged.flatMap(({ id, sense, problem }): (LinkEnd & LinkSense)[] =>
    id === null || problem !== undefined ? [] : [{ id, ...sense }],
  );
  return {
    judged,
    good,
    note,
    isChecking: text !== paused || judged.some(({ isChecking }) => isChecking),
    choose: (id: number, sense: LinkSense) => setChosen(new Map(chosen).set(id, sense)),
  };
}
