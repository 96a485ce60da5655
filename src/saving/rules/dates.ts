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

/** The day, or the minute of a time; not a number where it is empty, or a time of no known zone. */
function pointOf(entry: WriteEntry | undefined, isDay: boolean): number {
  if (typeof entry?.value !== 'string') return Number.NaN;
  if (isDay) return Date.parse(entry.value.slice(0, 10));
  const hasZone = /(Z|[+-]\d{2}:\d{2})$/.test(entry.value);
  return hasZone ? Math.floor(Date.parse(entry.value) / 60_000) : Number.NaN;
}

/**
 * Two dates that the tracker compares (trackers.md §4): by their minutes where both have a time, else by their days (so
 * does Tuleap's own `Rule_Date`). Where one is empty nothing is asked.
 */
export const dateRule: Rule = (situation) => {
  const { before, after } = situation;
  return (situation.workflow?.rules.dates ?? []).flatMap((rule) => {
    const source = fieldOf(situation, rule.source_field_id);
    const target = fieldOf(situation, rule.target_field_id);
    const comparator = comparators[rule.comparator];
    if (!source || !target || !comparator) return [];
    const isSame = equal(before(source), after(source)) && equal(before(target), after(target));
    const isByDay = !(source.is_time_displayed && target.is_time_displayed);
    const [a, b] = [pointOf(after(source), isByDay), pointOf(after(target), isByDay)];
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
