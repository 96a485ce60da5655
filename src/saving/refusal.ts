import type { ApiError } from '~/api/error';
import type { Field } from '~/api/trackers';

/** What the server said against a save, put where it belongs. Every sentence of the server is in exactly one of the two. */
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

/** The field that the sentence names by its label; of several the longest, as "Due date" also contains "Date". */
function namedField(sentence: string, fields: readonly Field[]): Field | undefined {
  return fields
    .filter((field) => names(sentence, field.label))
    .reduce<Field | undefined>(
      (best, field) => (best && best.label.length >= field.label.length ? best : field),
      undefined,
    );
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
    const field = error.status === 400 ? namedField(sentence, fields) : undefined;
    if (!field) {
      rest.push(sentence);
      continue;
    }
    const before = byField.get(field.field_id);
    byField.set(field.field_id, before ? `${before} ${sentence}` : sentence);
  }
  return { byField, rest };
}
