import type { Field, ListValue } from '~/api/trackers';
import { personName } from '../people/names';

export type ChoiceId = number | string;

/** One thing that a list offers. `id` is what is written: for groups the REST id (`129_3`), not the one of the binding. */
export interface ChoiceOption {
  id: ChoiceId;
  /** By which the tracker's rules name it: for groups the id of the binding, else `id`. */
  ruleId: number;
  label: string;
  /** Name of a Tuleap colour, or `#rrggbb`, or `''`. */
  color: string;
  isPerson: boolean;
  /** Taken out of use by the tracker's administrator: stays where it is set, is not offered anew. */
  isHidden: boolean;
  /** Tells two people with the same name apart. */
  detail: string;
}

/** "None" in every list: accepted in writes, never listed (trackers.md §2.2). */
export const NONE = 100;

function toOption(value: ListValue): ChoiceOption {
  const { user_reference: user, ugroup_reference: group } = value;
  return {
    id: group ? group.id : value.id,
    ruleId: Number(value.id),
    label: user ? personName(user) : group ? group.label : value.label,
    color: value.value_color ?? '',
    isPerson: user !== undefined,
    isHidden: value.is_hidden ?? false,
    detail: user ? user.username : '',
  };
}

/** The options of one field in their order, and where each id stands. */
export interface ChoiceOptions {
  list: readonly ChoiceOption[];
  rank: ReadonlyMap<string, number>;
}

/** A list may hold 5,000 people, and a table asks for every cell: read once per structure. */
const known = new WeakMap<Field, ChoiceOptions>();

/** What the field offers, hidden values included; ids compare as text (`"492"` and `492` are one value). */
export function optionsOf(field: Field): ChoiceOptions {
  const read = known.get(field);
  if (read) return read;
  const values = Array.isArray(field.values) ? field.values : [];
  const list = values.filter(({ id }) => Number(id) !== NONE).map(toOption);
  const options = {
    list,
    rank: new Map(list.map((option, index) => [String(option.id), index])),
  };
  known.set(field, options);
  return options;
}

/** The option with this id, when the field lists it. */
export function optionWithId(field: Field, id: ChoiceId): ChoiceOption | undefined {
  const { list, rank } = optionsOf(field);
  const index = rank.get(String(id));
  return index === undefined ? undefined : list[index];
}

/** The name of what a rule names: a dependency or a transition (trackers.md §4). Its number where the field lists no such value. */
export function labelOfRule(field: Field, ruleId: number): string {
  if (ruleId === NONE) return 'None';
  return optionsOf(field).list.find((option) => option.ruleId === ruleId)?.label ?? `#${ruleId}`;
}
