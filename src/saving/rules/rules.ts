import type { Workflow } from '~/api/trackers';
import { type DraftBase, type DraftState, draftErrors } from '../draft/draftState';
import { dateRule } from './dates';
import { dependencyRule } from './dependencies';
import { type Rule, situationOf } from './situation';
import { transitionRule } from './transitions';

/** What the tracker asks of several fields together, or of a field and what it held before. */
const rules: readonly Rule[] = [transitionRule, dependencyRule, dateRule];

/**
 * What the server would refuse about a draft over the version it starts from, by field: values on their own (required,
 * too long, no date), then the tracker's rules. `workflow` of that version, null where it is not known. Pure.
 */
export function problemsOf(
  draft: DraftState<DraftBase>,
  workflow: Workflow | null,
): ReadonlyMap<number, string> {
  const problems = new Map(draftErrors(draft));
  const situation = situationOf(draft, workflow);
  for (const { fieldId, message } of rules.flatMap((rule) => rule(situation))) {
    const before = problems.get(fieldId);
    problems.set(fieldId, before ? `${before} ${message}` : message);
  }
  return problems;
}
