import { type ArtifactReference, isOtherThing, readReference } from './artifactReference';
import { type LinkSense, type PhraseOption, senseOfKey } from './linkTypes';

/** One artifact that a pasted text names, or a line that names none. */
export interface PastedLine {
  /** As it stands in the text, without blanks around. */
  text: string;
  /** Null when no artifact can be read out of it. */
  id: number | null;
  /** Of the address that names it; null where a number does. */
  host: string | null;
  /** The kind of link that the line says itself: "covers #12". */
  sense: LinkSense | null;
}

/** Only numbers and what stands between them: a column, or a list in one line. */
const numbersOnly = /^[\s,;#\d]+$/;
const inWords = /https?:\/\/[^\s<>"')\]]+|(?:[\p{L}\p{N}_-]{1,64}\s{0,2})?#\s?\d{1,10}\b/gu;

function referencesIn(line: string): ArtifactReference[] {
  const whole = readReference(line);
  if (whole !== null) return [whole];
  const parts = numbersOnly.test(line) ? line.split(/[\s,;]+/) : (line.match(inWords) ?? []);
  return parts.flatMap((part) => {
    if (isOtherThing(part)) return [];
    // A word before the number may belong to the sentence: "see #12".
    const hash = /#\s?(\d{1,10})$/.exec(part);
    return readReference(part) ?? (hash ? readReference(`#${hash[1]}`) : null) ?? [];
  });
}

/** Each artifact once: "art #12 (https://…?aid=12)" is one, and its address says of which server. */
function artifactsIn(line: string): ArtifactReference[] {
  const hosts = new Map<number, string | null>();
  for (const { id, host } of referencesIn(line)) hosts.set(id, hosts.get(id) ?? host);
  return [...hosts].map(([id, host]) => ({ id, host }));
}

/** Of two options of one phrase the first counts, which is the link of the artifact at hand. */
function senseIn(line: string, options: readonly PhraseOption[]): LinkSense | null {
  const start = line.toLocaleLowerCase();
  const begins = (words: string) => {
    const begin = words.toLocaleLowerCase();
    return start.startsWith(begin) && /[\s:]/.test(start.charAt(begin.length));
  };
  const fitting = options.flatMap(({ value, label, phrase }) =>
    [label, phrase].filter(begins).map((words) => ({ value, words })),
  );
  const [longest] = fitting.sort((a, b) => b.words.length - a.words.length);
  return longest ? senseOfKey(longest.value) : null;
}

/**
 * What a list pasted from a mail or a table names: numbers, references and addresses, several in a line too. A line may
 * begin with the phrase of its link. Nothing is left out without a word. Pure.
 */
export function pastedLines(text: string, options: readonly PhraseOption[]): PastedLine[] {
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .flatMap((line): PastedLine[] => {
      const sense = senseIn(line, options);
      const found = artifactsIn(line);
      if (found.length === 0) return [{ text: line, id: null, host: null, sense }];
      return found.map((one) => ({ text: line, ...one, sense }));
    });
}
