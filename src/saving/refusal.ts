import type { ApiError } from '~/api/error';
import type { Field } from '~/api/trackers';

/** What the server said against a save, put where it belongs: at every field that a sentence names, else in the rest. */
export interface Refusal {
  byField: ReadonlyMap<number, string>;
  rest: readonly string[];
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** Not inside a longer word: "Rank" is not named by "Ranking". */
function names(sentence: string, label: string): boolean {
  return (
    label !== '' &&
    new RegExp(`(?<![\\p{L}\\p{N}])${escaped(label)}(?![\\p{L}\\p{N}])`, 'u').test(sentence)
  );
}

/**
 * The fields that the sentence names by their labels. A label within that of another one that is named is none: "Due date"
 * also contains "Date".
 */
function namedFields(sentence: string, fields: readonly Field[]): Field[] {
  const named = fields.filter((field) => names(sentence, field.label));
  return named.filter(({ label }) =>
    named.every((other) => other.label === label || !names(other.label, label)),
  );
}

/** "Links: nothing of the kind" stands where the label stands already: at Links it is "nothing of the kind". */
function withoutLabel(sentence: string, label: string): string {
  const prefix = new RegExp(`^${escaped(label)}\\s*:\\s*(?=\\S)`, 'u');
  return sentence.replace(prefix, '');
}

/**
 * Sorts the texts of a 400 to the fields they name: they come from Tuleap's feedback queue, one sentence a line, in the
 * language of the person, and name a field only by its label (conventions.md §5).
 */
export function explainRefusal(error: ApiError, fields: readonly Field[]): Refusal {
  const byField = new Map<number, string>();
  const rest: string[] = [];
  const said = error.serverMessages.length > 0 ? error.serverMessages : [error.message];
  for (const sentence of said) {
    const named = error.status === 400 ? namedFields(sentence, fields) : [];
    if (named.length === 0) rest.push(sentence);
    for (const { field_id, label } of named) {
      const before = byField.get(field_id);
      const words = withoutLabel(sentence, label);
      byField.set(field_id, before ? `${before} ${words}` : words);
    }
  }
  return { byField, rest };
}
