import type { Field } from '~/api/trackers';
import type { Option } from '~/ui/pick/options';
import type { Offer } from '../contract';
import { type Choice, type ChoiceValue, inFieldOrder, shownOption } from './choiceField';
import { type ChoiceOption, optionsOf, optionWithId } from './options';

/** Up to here all options stand in sight or in a plain popup; beyond, typing finds them. */
export const MANY = 12;

/** Names that more than one person of the list has: those are told apart by their logins. */
function sharedNames(options: readonly ChoiceOption[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const shared = new Set<string>();
  for (const { label, isPerson } of options) {
    if (isPerson && seen.has(label)) shared.add(label);
    seen.add(label);
  }
  return shared;
}

/**
 * What a control offers: the field's values in their order. Hidden ones, ones that the tracker's rules do not allow now, and
 * ones the field does not list, only while they are set, so that nothing disappears by being looked at.
 */
export function inputOptions(value: ChoiceValue, field: Field, offer?: Offer): Option[] {
  const chosen = new Set(value.map(({ id }) => String(id)));
  const listed = optionsOf(field).list.filter(
    ({ id, isHidden }) => chosen.has(String(id)) || !(isHidden || offer?.allows(id) === false),
  );
  const unlisted = value
    .filter(({ id }) => !optionWithId(field, id))
    .map((choice) => shownOption(choice, field));
  const options = [...listed, ...unlisted];
  const shared = sharedNames(options);
  return options.map(({ id, label, color, isPerson, isHidden, detail }) => ({
    value: String(id),
    label,
    color,
    isPerson,
    ...(isHidden ? { note: 'retired' } : {}),
    ...(shared.has(label) ? { note: detail } : {}),
  }));
}

/** The choices for what a control gives back; a set value that the field does not list keeps what is known of it. */
export function chosenFrom(keys: readonly string[], value: ChoiceValue, field: Field): Choice[] {
  const choices = keys.flatMap((key): Choice[] => {
    const option = optionWithId(field, key);
    if (option) return [{ id: option.id }];
    return value.filter(({ id }) => String(id) === key);
  });
  return inFieldOrder(choices, field);
}
