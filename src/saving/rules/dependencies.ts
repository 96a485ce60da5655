import type { Field, Workflow } from '~/api/trackers';
import { type ChoiceId, labelOfRule, NONE, optionsOf } from '~/fields/choice/options';
import { equal } from '~/lib/equal';
import { joinWords } from '~/lib/words/joinWords';
import type { RuleOffer } from './offer';
import {
  chosenIds,
  fieldOf,
  othersOf,
  type Rule,
  type RuleProblem,
  ruleIdOf,
  type Situation,
} from './situation';

type ListRule = Workflow['rules']['lists'][number];

interface Pair {
  source: Field;
  target: Field;
  rules: readonly ListRule[];
}

/** The dependencies by their two fields; without those of which this person may see only one. */
function pairsOf(situation: Situation): Pair[] {
  const byFields = new Map<string, Pair & { rules: ListRule[] }>();
  for (const rule of situation.workflow?.rules.lists ?? []) {
    const key = `${rule.source_field_id} ${rule.target_field_id}`;
    const source = fieldOf(situation, rule.source_field_id);
    const target = fieldOf(situation, rule.target_field_id);
    if (!source || !target) continue;
    const pair = byFields.get(key) ?? { source, target, rules: [] };
    pair.rules.push(rule);
    byFields.set(key, pair);
  }
  return [...byFields.values()];
}

function labels(field: Field, ids: readonly number[]): string {
  return joinWords(ids.map((id) => labelOfRule(field, id)));
}

function nameOf({ source }: Pair, sources: readonly number[]): string {
  return `${source.label} ${labels(source, sources.length === 0 ? [NONE] : sources)}`;
}

/** What goes with the source's values as they stand; None is one of them, and mostly nothing goes with it. */
function allowedBy({ rules }: Pair, sources: readonly number[]): readonly number[] {
  const of = sources.length === 0 ? [NONE] : sources;
  return rules
    .filter(({ source_value_id }) => of.includes(source_value_id))
    .map(({ target_value_id }) => target_value_id);
}

function problemOf({ before, after, isNew }: Situation, pair: Pair): RuleProblem[] {
  const { source, target } = pair;
  const sources = chosenIds(source, after(source));
  const targets = chosenIds(target, after(target));
  const isSame =
    equal(chosenIds(source, before(source)), sources) &&
    equal(chosenIds(target, before(target)), targets);
  const allowed = allowedBy(pair, sources);
  const wrong = targets.filter((id) => !allowed.includes(id));
  // What stood there before is the server's business.
  if (isSame || wrong.length === 0) return [];
  const from = nameOf(pair, sources);
  const way =
    allowed.length === 0
      ? `Nothing goes with it: choose another ${source.label}.`
      : `Possible: ${labels(target, [...new Set(allowed)])}.`;
  const message = `${labels(target, wrong)} does not go with ${from}. ${way}`;
  const isFree = target.permissions.includes(isNew ? 'create' : 'update');
  const [told, other] = isFree ? [target, source] : [source, target];
  return [{ fieldId: told.field_id, otherId: other.field_id, message }];
}

/**
 * Field dependencies: a value of the target field has to be one that a value of the source field allows (trackers.md §4).
 * Nothing is said against None as the target: of Tuleap's own TrackerRulesListValidator older versions let it pass, newer
 * ones want a rule for it, and none of it is recorded. What the server says then comes to both fields.
 */
export const dependencyRule: Rule = (situation) =>
  pairsOf(situation).flatMap((pair) => problemOf(situation, pair));

/** So many values that are not offered are named with what they go with. */
const MOST_TOLD = 2;

/** The source values that each target value goes with. */
function partners(rules: readonly ListRule[]): Map<number, number[]> {
  const found = new Map<number, number[]>();
  for (const { source_value_id: source, target_value_id: target } of rules) {
    found.set(target, [...(found.get(target) ?? []), source]);
  }
  return found;
}

/** "2 goes with B.": somebody who looks for a value that is not offered knows the way. */
function elsewhere({ source, target, rules }: Pair, allowed: ReadonlySet<number>): string {
  const sources = partners(rules);
  const others = optionsOf(target).list.filter(
    ({ ruleId, isHidden }) => !isHidden && !allowed.has(ruleId) && sources.has(ruleId),
  );
  const told = others
    .slice(0, MOST_TOLD)
    .map(({ ruleId, label }) => `${label} goes with ${labels(source, sources.get(ruleId) ?? [])}.`);
  const more = others.length - told.length;
  return [...told, ...(more > 0 ? [`${more} more go with others.`] : [])].join(' ');
}

/** What the target may hold with the source as it stands, None besides (features E10). */
export function dependencyOffers(situation: Situation, fieldId: number): RuleOffer[] {
  return pairsOf(situation)
    .filter(({ target }) => target.field_id === fieldId)
    .flatMap((pair) => {
      const sources = chosenIds(pair.source, situation.after(pair.source));
      const allowed = allowedBy(pair, sources);
      const ids = new Set([NONE, ...allowed]);
      const why = `Only what goes with ${nameOf(pair, sources)}. ${elsewhere(pair, ids)}`;
      const allows = (id: ChoiceId) => ids.has(ruleIdOf(pair.target, id));
      return [{ allows, why: why.trim(), decider: pair.source }];
    });
}

/** The fields whose values decide about this one by a dependency, in either direction: which of the two is told differs. */
export function partnersOf(workflow: Workflow | null, fieldId: number): number[] {
  return (workflow?.rules.lists ?? []).flatMap(
    ({ source_field_id: source, target_field_id: target }) => othersOf([source, target], fieldId),
  );
}
