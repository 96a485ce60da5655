import type { Field } from '~/api/trackers';
import { NONE, optionWithId } from '~/fields/choice/options';
import { listed } from '../changes';
import { chosenIds, fieldOf, type Rule } from './situation';

function nameOf(field: Field, id: number | undefined): string {
  return id === undefined ? 'None' : (optionWithId(field, id)?.label ?? `#${id}`);
}

/**
 * The workflow lets only its transitions pass (trackers.md §4): from the value that stands on the server, which after
 * somebody else's save is theirs. What else a transition asks for only a tracker administrator may read.
 */
export const transitionRule: Rule = (situation) => {
  const { workflow, isNew, before, after } = situation;
  const field = workflow?.is_used === '1' ? fieldOf(situation, workflow.field_id) : undefined;
  // What stands there in an unknown shape cannot be judged.
  if (!workflow || !field || (!isNew && !before(field))) return [];
  const [from] = isNew ? [] : chosenIds(before(field));
  const [to] = chosenIds(after(field));
  if (from === to) return [];
  // A field without a value starts where a new artifact does.
  const possible = workflow.transitions.filter(({ from_id }) =>
    from === undefined ? from_id === null || from_id === NONE : from_id === from,
  );
  if (possible.some(({ to_id }) => to_id === (to ?? NONE))) return [];
  const names = possible.map(({ to_id }) => nameOf(field, to_id));
  const way = names.length === 0 ? 'Nothing leads on from there.' : `Possible: ${listed(names)}.`;
  const message = `From ${nameOf(field, from)} the workflow does not lead to ${nameOf(field, to)}. ${way}`;
  return [{ fieldId: field.field_id, message }];
};
