import type { Field, Workflow } from '~/api/trackers';
import { NONE, optionWithId } from '~/fields/choice/options';
import { equal } from '~/lib/equal';
import { listed } from '../changes';
import { chosenIds, fieldOf, type Rule, type RuleProblem, type Situation } from './situation';

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
  return listed(ids.map((id) => optionWithId(field, id)?.label ?? `#${id}`));
}

function problemOf({ before, after }: Situation, pair: Pair): RuleProblem[] {
  const { source, target, rules } = pair;
  const sources = chosenIds(after(source));
  const targets = chosenIds(after(target));
  const isSame =
    equal(chosenIds(before(source)), sources) && equal(chosenIds(before(target)), targets);
  const of = sources.length === 0 ? [NONE] : sources;
  const allowed = rules
    .filter(({ source_value_id }) => of.includes(source_value_id))
    .map(({ target_value_id }) => target_value_id);
  const wrong = targets.filter((id) => !allowed.includes(id));
  // What stood there before is the server's business; of "no value" most trackers say nothing.
  if (isSame || wrong.length === 0 || (sources.length === 0 && allowed.length === 0)) return [];
  const from = `${source.label} ${sources.length === 0 ? 'None' : labels(source, sources)}`;
  const way =
    allowed.length === 0
      ? `Nothing goes with it: empty ${target.label}, or choose another ${source.label}.`
      : `Possible: ${labels(target, [...new Set(allowed)])}.`;
  const message = `${labels(target, wrong)} does not go with ${from}. ${way}`;
  const isFree = target.permissions.includes('update') || target.permissions.includes('create');
  return [{ fieldId: (isFree ? target : source).field_id, message }];
}

/** Field dependencies: a value of the target field has to be one that a value of the source field allows (trackers.md §4). */
export const dependencyRule: Rule = (situation) =>
  pairsOf(situation).flatMap((pair) => problemOf(situation, pair));
