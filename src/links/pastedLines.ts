import { referencedArtifact } from './artifactReference';
import { type LinkSense, type PhraseOption, senseOfKey } from './linkTypes';

/** One artifact that a pasted text names, or a line that names none. */
export interface PastedLine {
  /** As it stands in the text, without blanks around. */
  text: string;
  /** Null when no artifact can be read out of it. */
  id: number | null;
  /** The kind of link that the line says itself: "covers #12". */
  sense: LinkSense | null;
  /** The same artifact stands further up. */
  isTwice: boolean;
}

/** Only numbers and what stands between them: a column, or a list in one line. */
const numbersOnly = /^[\s,;#\d]+$/;
const inWords = /https?:\/\/[^\s<>"')\]]+|(?:[\p{L}\p{N}_-]{1,64}\s{0,2})?#\s?\d{1,10}\b/gu;

function idsIn(line: string): number[] {
  const whole = referencedArtifact(line);
  if (whole !== null) return [whole];
  const parts = numbersOnly.test(line) ? line.split(/[\s,;]+/) : (line.match(inWords) ?? []);
  return parts.flatMap((part) => {
    // A word before the number may belong to the sentence: "see #12".
    const hash = /#\s?(\d{1,10})$/.exec(part);
    return referencedArtifact(part) ?? (hash ? referencedArtifact(`#${hash[1]}`) : null) ?? [];
  });
}

function senseIn(line: string, options: readonly PhraseOption[]): LinkSense | null {
  const start = line.toLocaleLowerCase();
  const fitting = options.filter(({ label }) => start.startsWith(`${label.toLocaleLowerCase()} `));
  const [longest] = fitting.sort((a, b) => b.label.length - a.label.length);
  return longest ? senseOfKey(longest.value) : null;
}

/**
 * What a list pasted from a mail or a table names: numbers, references and addresses, several in a line too, each once
 * more only as a double. A line may begin with the phrase of its link. Nothing is left out without a word. Pure.
 */
export function pastedLines(text: string, options: readonly PhraseOption[]): PastedLine[] {
  const seen = new Set<number>();
  return text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .flatMap((line): PastedLine[] => {
      const sense = senseIn(line, options);
      const ids = [...new Set(idsIn(line))];
      if (ids.length === 0) return [{ text: line, id: null, sense, isTwice: false }];
      return ids.map((id) => {
        const isTwice = seen.has(id);
        seen.add(id);
        return { text: line, id, sense, isTwice };
      });
    });
}
