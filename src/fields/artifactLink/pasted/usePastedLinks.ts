import { useState } from 'react';
import type { Field } from '~/api/trackers';
import type { LinkEnd, LinkSense } from '~/links/linkTypes';
import { type PastedLine, pastedLines } from '~/links/pastedLines';
import { useForeignHosts } from '~/links/useForeignHosts';
import { useLinkedArtifacts } from '~/links/useLinkedArtifacts';
import { usePaused } from '~/links/usePaused';
import { useReach } from '~/links/useReach';
import { phrasesOf } from '../linkRows';
import type { ArtifactLinks } from '../mergeLinks';
import { judgeLines } from './judgeLines';

export interface PastedPlace {
  field: Field;
  value: ArtifactLinks;
  artifactId: number | null;
  /** What a line is that says nothing itself. */
  sense: LinkSense;
}

/** Of a line, for what a person has said about it: it keeps that when others come and go. */
const nameOf = ({ text, id }: PastedLine) => `${id} ${text}`;

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
  const judged = judgeLines(lines, {
    ...{ field, value, artifactId, artifacts, isAnswered, reach, insisted },
    isForeign: foreign.has,
  });
  const isLooking = ids.length > 0 && !isAnswered && note === null;
  return {
    judged,
    good: judged.flatMap(({ id, sense, problem }): (LinkEnd & LinkSense)[] =>
      id === null || problem !== undefined ? [] : [{ id, ...sense }],
    ),
    note,
    isChecking:
      text !== paused || isLooking || [...reach.values()].some(({ kind }) => kind === 'checking'),
    /** The servers that its addresses name beside this one. */
    foreignHosts: [...new Set(lines.flatMap(({ host }) => (foreign.has(host) ? host : [])))],
    isThisServer: foreign.take,
    choose: (line: PastedLine, sense: LinkSense) =>
      setChosen(new Map(chosen).set(nameOf(line), sense)),
    insist: (id: number) => setInsisted(new Set(insisted).add(id)),
  };
}
