import type { Workflow } from '~/api/trackers';
import type { Transition } from '~/api/workflow/transitions';
import { type DraftBase, type DraftState, draftErrors } from '../draft/draftState';
import { neededProblems } from './conditions';
import { comparedWith, dateRule } from './dates';
import { dependencyOffers, dependencyRule, partnersOf } from './dependencies';
import { type RuleOffer, together } from './offer';
import { type Rule, type RuleProblem, situationOf } from './situation';
import { transitionOffer, transitionRule } from './transitions';

/** What the tracker asks of several fields together, or of a field and what it held before. */
const rules: readonly Rule[] = [transitionRule, dependencyRule, dateRule];

function add(problems: Map<number, string>, fieldId: number, message: string): void {
  const before = problems.get(fieldId);
  problems.set(fieldId, before ? `${before} ${message}` : message);
}

/**
 * What the server would refuse about a draft over the version it starts from, by field: values on their own (required,
 * too long, no date), then the tracker's rules. `workflow` of that version, null where it is not known; `conditions` of the
 * transition that the draft makes, where they may be read. Pure.
 */
export function problemsOf(
  draft: DraftState<DraftBase>,
  workflow: Workflow | null,
  conditions?: Transition,
): ReadonlyMap<number, string> {
  const problems = new Map(draftErrors(draft));
  for (const [fieldId, message] of ruleProblems(draft, workflow)) add(problems, fieldId, message);
  // "Required" says it already.
  return new Map([...neededProblems(draft, workflow, conditions), ...problems]);
}

const judged = new WeakMap<DraftState<DraftBase>, readonly RuleProblem[]>();

/** What the tracker's rules say of a draft; many rows ask about one state, which is judged once. */
function judge(draft: DraftState<DraftBase>, workflow: Workflow | null): readonly RuleProblem[] {
  const known = judged.get(draft);
  if (known) return known;
  const situation = situationOf(draft, workflow);
  const found = rules.flatMap((rule) => rule(situation));
  judged.set(draft, found);
  return found;
}

/** What the tracker's rules alone say of a draft, by field. */
export function ruleProblems(
  draft: DraftState<DraftBase>,
  workflow: Workflow | null,
): ReadonlyMap<number, string> {
  const problems = new Map<number, string>();
  for (const { fieldId, message } of judge(draft, workflow)) add(problems, fieldId, message);
  return problems;
}

/** What is told at other fields and is about this one as well (features E10). */
export function problemsBeside(
  draft: DraftState<DraftBase>,
  workflow: Workflow | null,
  fieldId: number,
): readonly RuleProblem[] {
  return judge(draft, workflow).filter(({ otherId }) => otherId === fieldId);
}

/** What a list may hold by the tracker's rules as the draft stands; undefined where none speaks of it. */
export function offerOf(
  draft: DraftState<DraftBase>,
  workflow: Workflow | null,
  fieldId: number,
): RuleOffer | undefined {
  const situation = situationOf(draft, workflow);
  const transition = transitionOffer(situation, fieldId);
  const dependencies = dependencyOffers(situation, fieldId);
  return together(transition ? [transition, ...dependencies] : dependencies);
}

/** The fields whose values decide what rules say of this one, itself among them; empty where no rule does: most fields. */
export function decidersOf(workflow: Workflow | null, fieldId: number): readonly number[] {
  if (!workflow) return [];
  const others = [...partnersOf(workflow, fieldId), ...comparedWith(workflow, fieldId)];
  const isState = workflow.is_used === '1' && workflow.field_id === fieldId;
  return others.length > 0 || isState ? [...new Set([fieldId, ...others])] : [];
}
