import type { Field, Workflow } from '~/api/trackers';
import { labelOfRule, NONE } from '~/fields/choice/options';
import { joinWords } from '~/lib/words/joinWords';
import type { RuleOffer } from './offer';
import { chosenIds, fieldOf, type Rule, ruleIdOf, type Situation } from './situation';

function nameOf(field: Field, id: number | undefined): string {
  return labelOfRule(field, id ?? NONE);
}

/** A workflow in use, and where it stands and may go from the value that the server holds. */
interface Ways {
  field: Field;
  from: number | undefined;
  transitions: Workflow['transitions'];
}

/** Null without a workflow in use, or where what stands there has an unknown shape and cannot be judged. */
function waysOf(situation: Situation): Ways | null {
  const { workflow, isNew, before } = situation;
  const field = workflow?.is_used === '1' ? fieldOf(situation, workflow.field_id) : undefined;
  if (!workflow || !field || (!isNew && !before(field))) return null;
  const [from] = isNew ? [] : chosenIds(field, before(field));
  // A field without a value starts where a new artifact does.
  const transitions = workflow.transitions.filter(({ from_id }) =>
    from === undefined ? from_id === null || from_id === NONE : from_id === from,
  );
  // A workflow without a beginning says nothing about new artifacts.
  return isNew && transitions.length === 0 ? null : { field, from, transitions };
}

/** The transition that a save of this draft makes; nothing where the value stays, or no transition leads there. */
export function transitionOf(situation: Situation): Workflow['transitions'][number] | undefined {
  const ways = waysOf(situation);
  if (!ways) return undefined;
  const [to] = chosenIds(ways.field, situation.after(ways.field));
  return to === ways.from ? undefined : ways.transitions.find(({ to_id }) => to_id === to);
}

/**
 * The workflow lets only its transitions pass (trackers.md §4): from the value that stands on the server, which after
 * somebody else's save is theirs.
 */
export const transitionRule: Rule = (situation) => {
  const ways = waysOf(situation);
  if (!ways) return [];
  const { field, from, transitions } = ways;
  const [to] = chosenIds(field, situation.after(field));
  if (from === to || transitions.some(({ to_id }) => to_id === (to ?? NONE))) return [];
  const names = transitions.map(({ to_id }) => nameOf(field, to_id));
  const way =
    names.length === 0 ? 'Nothing leads on from there.' : `Possible: ${joinWords(names)}.`;
  const message = `From ${nameOf(field, from)} the workflow does not lead to ${nameOf(field, to)}. ${way}`;
  return [{ fieldId: field.field_id, message }];
};

/** What the workflow lets the field become: where it stands, and where a transition leads (features E11). */
export function transitionOffer(situation: Situation, fieldId: number): RuleOffer | undefined {
  const ways = waysOf(situation);
  if (ways?.field.field_id !== fieldId) return undefined;
  const { field, from, transitions } = ways;
  const allowed = new Set([from ?? NONE, ...transitions.map(({ to_id }) => to_id)]);
  const names = joinWords(transitions.map(({ to_id }) => nameOf(field, to_id)));
  const leads = names === '' ? 'leads nowhere else' : `leads to ${names}`;
  return {
    allows: (id) => allowed.has(ruleIdOf(field, id)),
    why: situation.isNew
      ? `A new one begins at ${names}.`
      : `From ${nameOf(field, from)} the workflow ${leads}.`,
    decider: undefined,
  };
}
