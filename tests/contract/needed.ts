import type { Field, Tracker } from '~/api/trackers';
import { optionsOf } from '~/fields/choice/options';
import type { WriteEntry } from '~/fields/contract';
import { offeredValues } from '~/fields/openList/openOptions';
import { contractOf } from '~/fields/registry';

/** The choices that a new artifact may have in this field: those of the first transitions, where it is the workflow's. */
function firstChoice(field: Field, { workflow }: Tracker): unknown[] {
  const options = optionsOf(field).list.filter(({ isHidden }) => !isHidden);
  const isState = workflow?.is_used === '1' && workflow.field_id === field.field_id;
  const first = (isState ? workflow.transitions : [])
    .filter(({ from_id }) => from_id === null)
    .map(({ to_id }) => to_id);
  const [option] =
    first.length > 0 ? options.filter(({ ruleId }) => first.includes(ruleId)) : options;
  return option ? [{ id: option.id }] : [];
}

/** What a person would choose or type first, by contract; absent where nothing can be made up (a file, a person, a link). */
const made: Readonly<Record<string, (field: Field, tracker: Tracker, title: string) => unknown>> = {
  string: (_, __, title) => title,
  text: (_, __, title) => ({ content: title, format: 'text' }),
  number: () => '1',
  date: ({ is_time_displayed: isTimed }) => ({
    text: isTimed === true ? '2026-01-31T12:00' : '2026-01-31',
    offset: '',
  }),
  selectBox: firstChoice,
  radio: firstChoice,
  multiSelect: firstChoice,
  checkbox: firstChoice,
  openList: (field) => offeredValues(field).slice(0, 1),
};

function needed(field: Field, tracker: Tracker, title: string): WriteEntry {
  const { id, initial, validate, write } = contractOf(field.type);
  const isTitle = field.field_id === tracker.semantics.title?.field_id;
  const isState = field.field_id === tracker.workflow?.field_id;
  const preset = isTitle || isState ? undefined : initial?.(field);
  const isGood = (value: unknown) => value !== undefined && validate?.(value, field) === undefined;
  const value = isGood(preset) ? preset : made[id]?.(field, tracker, title);
  if (!write || !isGood(value)) {
    const why = `“${field.label}” (${field.type}) is required, and no value for it can be made up`;
    throw new Error(`Tracker ${tracker.id} does not fit the contract's writes: ${why}`);
  }
  return write(value, field);
}

/**
 * The entries that a new artifact of this tracker needs: the title as given, and for every other required field its default,
 * else what a person would give first, as the app writes it. Throws a sentence where the tracker asks for more than that.
 */
export function neededValues(tracker: Tracker, title: string): WriteEntry[] {
  return tracker.fields
    .filter(
      ({ field_id, required, permissions }) =>
        field_id === tracker.semantics.title?.field_id ||
        (required && permissions.includes('create')),
    )
    .map((field) => needed(field, tracker, title));
}
