import * as z from 'zod/mini';
import type { Field } from '~/api/trackers';
import { minimalUserGroupSchema } from '~/api/userGroups';
import { minimalUserSchema } from '~/api/users';
import { naturalOrder } from '~/lib/naturalOrder';
import { mergeSets } from '~/lib/sets';
import type { BringPlace, FieldContract, FieldMerge } from '../contract';
import { entrySchema } from '../entry';
import { requiredProblem } from '../limits';
import { personName } from '../people/names';
import { type ChoiceId, type ChoiceOption, NONE, optionsOf, optionWithId } from './options';

/**
 * One chosen value. Label and colour stand here only when the field does not list the id (a list bound to everybody, a
 * value that left the list): otherwise two reads around a renamed label would look like a change.
 */
export interface Choice {
  id: ChoiceId;
  label?: string;
  color?: string;
  isPerson?: boolean;
}

/** In the field's order; empty for none. Single lists hold at most one. */
export type ChoiceValue = readonly Choice[];

const staticValueSchema = z.looseObject({
  id: z.union([z.int(), z.string()]),
  label: z.string(),
  tlp_color: z.nullable(z.string()),
  is_hidden: z.boolean(),
});

/** Static, group or user; the user of an empty list is "Anonymous user" with a null id (live-facts.md, Types). */
const chosenSchema = z.union([staticValueSchema, minimalUserGroupSchema, minimalUserSchema]);

const shape = {
  values: z.array(chosenSchema),
  bind_value_ids: z.array(z.union([z.int(), z.string()])),
};

type ChoiceJson = z.infer<ReturnType<typeof entrySchema<string, typeof shape>>>;
type Chosen = z.infer<typeof chosenSchema>;

function describe(id: ChoiceId, chosen: Chosen | undefined): Choice {
  if (!chosen) return { id, label: `#${id}` };
  if ('display_name' in chosen && typeof chosen.display_name === 'string') {
    const username = typeof chosen.username === 'string' ? chosen.username : null;
    return {
      id,
      label: personName({ display_name: chosen.display_name, username }),
      isPerson: true,
    };
  }
  const color = typeof chosen.tlp_color === 'string' ? { color: chosen.tlp_color } : {};
  return { id, label: String(chosen.label), ...color };
}

/** Group ids are text, all others numbers: `"492"` is accepted and means 492 (recorded). */
function normalId(id: ChoiceId, field: Field): ChoiceId {
  if (field.bindings.type === 'ugroups') return String(id);
  return /^\d+$/.test(String(id)) ? Number(id) : id;
}

/** A set in one order, so that equal sets are equal: the field's order, then values it does not list by their id. */
export function inFieldOrder(choices: ChoiceValue, field: Field): Choice[] {
  const { rank } = optionsOf(field);
  const place = (choice: Choice) => rank.get(String(choice.id)) ?? Number.POSITIVE_INFINITY;
  return [...choices].sort((a, b) => {
    const [left, right] = [place(a), place(b)];
    if (left !== right) return left < right ? -1 : 1;
    return naturalOrder(String(a.id), String(b.id));
  });
}

function readChoices(json: ChoiceJson | undefined, field: Field): ChoiceValue {
  const chosen = new Map((json?.values ?? []).map((value) => [String(value.id), value]));
  const ids = (json?.bind_value_ids ?? []).map((id) => normalId(id, field));
  const choices = [...new Set(ids)]
    .filter((id) => Number(id) !== NONE)
    .map((id) => (optionWithId(field, id) ? { id } : describe(id, chosen.get(String(id)))));
  return inFieldOrder(choices, field);
}

/** A list of everybody on the server: not being listed says nothing there. */
function namesNobody(field: Field): boolean {
  return field.bindings.type === 'users' && optionsOf(field).list.length === 0;
}

/**
 * `default_value`: values, users or groups, each with its id (trackers.md §2.3). What the field does not list is left out,
 * but where it lists nobody.
 */
function initialChoices(field: Field): ChoiceValue {
  const presets = Array.isArray(field.default_value) ? field.default_value : [];
  const choices = presets.flatMap((preset): Choice[] => {
    if (typeof preset !== 'object' || preset === null || !('id' in preset)) return [];
    const { id } = preset;
    if (typeof id !== 'number' && typeof id !== 'string') return [];
    const option = optionWithId(field, normalId(id, field));
    if (option) return [{ id: option.id }];
    const person = namesNobody(field) ? minimalUserSchema.safeParse(preset) : undefined;
    return person?.success ? [describe(normalId(id, field), person.data)] : [];
  });
  return inFieldOrder(choices, field);
}

/** What to show for a choice: what the field says today, else what the value itself brought along. */
export function shownOption(choice: Choice, field: Field): ChoiceOption {
  return (
    optionWithId(field, choice.id) ?? {
      id: choice.id,
      ruleId: Number(choice.id),
      label: choice.label ?? `#${choice.id}`,
      color: choice.color ?? '',
      isPerson: choice.isPerson ?? false,
      isHidden: optionsOf(field).list.length > 0,
      detail: '',
    }
  );
}

/**
 * The choice in a list of another field. A person is the same person there, whatever others are called; a value or group
 * is what has the same words. Undefined where the list has no such one.
 */
function choiceThere(
  choice: Choice,
  { now, from, to }: BringPlace<ChoiceValue>,
): Choice | undefined {
  const shown = shownOption(choice, from);
  if (from.bindings.type !== 'users' && to.bindings.type !== 'users') {
    const { list } = optionsOf(to);
    const alike = list.find((option) => option.label === shown.label && !option.isHidden);
    return alike && { id: alike.id };
  }
  if (from.bindings.type !== to.bindings.type) return undefined;
  const { id, label, isPerson } = shown;
  if (optionWithId(to, id)) return { id };
  return namesNobody(to) ? { id, label, isPerson } : now.find((held) => held.id === id);
}

function labels(value: ChoiceValue, field: Field): string {
  return value.map((choice) => shownOption(choice, field).label).join(', ');
}

const idOf = ({ id }: Choice) => id;

function choiceField<const Type extends string>(
  id: string,
  type: Type,
  isSingle: boolean,
): FieldContract<ChoiceJson, ChoiceValue> {
  return {
    id,
    types: [type],
    schema: entrySchema([type], shape),
    read: readChoices,
    write: (value, field) => ({
      field_id: field.field_id,
      bind_value_ids: value.length === 0 ? [NONE] : value.map((choice) => choice.id),
    }),
    initial: initialChoices,
    validate: (value, field) => (value.length === 0 ? requiredProblem(field) : undefined),
    toText: labels,
    bring(value, place) {
      const { from, to } = place;
      if (from.field_id === to.field_id) return value;
      const found = value.map((choice) => choiceThere(choice, place));
      return found.every((choice) => choice !== undefined) ? inFieldOrder(found, to) : undefined;
    },
    entryIds: (value) => ({ bind_value_ids: value.map((choice) => choice.id) }),
    /** Static values have an order that means something (low, medium, high); people and groups sort by name. */
    toSortKey(value, field) {
      const [first] = value;
      if (!first) return null;
      const rank = optionsOf(field).rank.get(String(first.id));
      return isSingle && field.bindings.type === 'static' && rank !== undefined
        ? rank
        : labels(value, field).toLocaleLowerCase();
    },
    ...(isSingle
      ? {}
      : {
          replacesSet: true,
          toItems: (value: ChoiceValue, field: Field) =>
            value.map((choice) => ({
              key: String(choice.id),
              text: shownOption(choice, field).label,
            })),
          mergeBoth: (base, mine, theirs, field): FieldMerge<ChoiceValue> => ({
            outcome: 'merged',
            value: inFieldOrder(mergeSets({ base, mine, theirs }, idOf), field),
          }),
        }),
  };
}

export const selectBoxField = choiceField('selectBox', 'sb', true);
export const radioField = choiceField('radio', 'rb', true);
export const multiSelectField = choiceField('multiSelect', 'msb', false);
export const checkboxField = choiceField('checkbox', 'cb', false);
