import type { Workflow } from '~/api/trackers';
import type { WriteEntry } from '~/fields/contract';
import { equal } from '~/lib/equal';
import { fieldOf, othersOf, type Rule } from './situation';

const comparators: Record<string, { words: string; holds(a: number, b: number): boolean }> = {
  '=': { words: 'the same as', holds: (a, b) => a === b },
  '≠': { words: 'other than', holds: (a, b) => a !== b },
  '<': { words: 'before', holds: (a, b) => a < b },
  '≤': { words: 'before or the same as', holds: (a, b) => a <= b },
  '>': { words: 'after', holds: (a, b) => a > b },
  '≥': { words: 'after or the same as', holds: (a, b) => a >= b },
};

function dayOf(entry: WriteEntry | undefined): number {
  return typeof entry?.value === 'string' ? Date.parse(entry.value.slice(0, 10)) : Number.NaN;
}

/** Two dates that the tracker compares (trackers.md §4), by their days; where one is empty nothing is asked. */
export const dateRule: Rule = (situation) => {
  const { before, after } = situation;
  return (situation.workflow?.rules.dates ?? []).flatMap((rule) => {
    const source = fieldOf(situation, rule.source_field_id);
    const target = fieldOf(situation, rule.target_field_id);
    const comparator = comparators[rule.comparator];
    if (!source || !target || !comparator) return [];
    const isSame = equal(before(source), after(source)) && equal(before(target), after(target));
    const [a, b] = [dayOf(after(source)), dayOf(after(target))];
    if (isSame || Number.isNaN(a) || Number.isNaN(b) || comparator.holds(a, b)) return [];
    const message = `${source.label} must be ${comparator.words} ${target.label}.`;
    return [{ fieldId: source.field_id, otherId: target.field_id, message }];
  });
};

/** The dates that this one is compared with, in either direction. */
export function comparedWith(workflow: Workflow | null, fieldId: number): number[] {
  return (workflow?.rules.dates ?? []).flatMap(
    ({ source_field_id: source, target_field_id: target }) => othersOf([source, target], fieldId),
  );
}
