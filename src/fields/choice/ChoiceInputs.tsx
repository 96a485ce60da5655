import { type ReactNode, useMemo } from 'react';
import type { Field } from '~/api/trackers';
import { CheckboxGroup } from '~/ui/form/CheckboxGroup';
import { RadioGroup } from '~/ui/form/RadioGroup';
import { ComboBox } from '~/ui/pick/ComboBox';
import { MultiSelect } from '~/ui/pick/MultiSelect';
import { type Option, OptionMark } from '~/ui/pick/options';
import { Select } from '~/ui/pick/Select';
import type { InputProps } from '../contract';
import { inputFacts } from '../inputFacts';
import type { ChoiceValue } from './choiceField';
import { EverybodyInput } from './EverybodyInput';
import { chosenFrom, inputOptions, MANY } from './inputOptions';
import { NONE } from './options';

type ChoiceInputProps = InputProps<ChoiceValue>;

const none: Option = { value: String(NONE), label: 'None' };

/** What all four controls share; `pick` takes the keys that a control gives back. */
function useChoices({ value, onChange, ...props }: ChoiceInputProps) {
  const { field, offer } = props;
  const options = useMemo(() => inputOptions(value, field, offer), [value, field, offer]);
  const facts = inputFacts(props);
  // None is a choice where the field may be empty; the one that is set stays in sight.
  const mayBeNone = !facts.isRequired && (value.length === 0 || offer?.allows(NONE) !== false);
  return {
    facts,
    options,
    withNone: mayBeNone ? [none, ...options] : options,
    keys: value.map(({ id }) => String(id)),
    pick: (keys: readonly string[]) => onChange(chosenFrom(keys, value, field)),
  };
}

type Choices = ReturnType<typeof useChoices>;

function withMark(option: Option) {
  return {
    value: option.value,
    label: option.note ? `${option.label} (${option.note})` : option.label,
    mark: <OptionMark option={option} />,
  };
}

function SingleComboBox({ facts, options, keys, pick }: Choices) {
  return (
    <ComboBox
      {...facts}
      options={options}
      value={keys[0] ?? null}
      onChange={(next) => pick(next === null ? [] : [next])}
      placeholder={facts.isRequired ? 'Choose' : 'None'}
    />
  );
}

/** A list bound to everybody on the server comes without its values (trackers.md §2.2). */
function offersEverybody({ bindings, values }: Field): boolean {
  return bindings.type === 'users' && (!Array.isArray(values) || values.length === 0);
}

/** A select box; a required one starts with nothing chosen. */
function SelectBoxOfListed(props: ChoiceInputProps) {
  const choices = useChoices(props);
  const { facts, options, withNone, keys, pick } = choices;
  if (options.length > MANY) return <SingleComboBox {...choices} />;
  return (
    <Select
      {...facts}
      options={withNone}
      value={keys[0] ?? (facts.isRequired ? null : none.value)}
      onChange={(key) => pick([key])}
      placeholder="Choose"
    />
  );
}

/** Radio buttons, all in sight while they are few. */
function RadioOfListed(props: ChoiceInputProps) {
  const choices = useChoices(props);
  const { facts, options, withNone, keys, pick } = choices;
  if (options.length > MANY) return <SingleComboBox {...choices} />;
  return (
    <RadioGroup
      {...facts}
      options={withNone.map(withMark)}
      value={keys[0] ?? (facts.isRequired ? null : none.value)}
      onChange={(key) => pick([key])}
    />
  );
}

/** Several values as chips; typing finds more. */
function MultiSelectOfListed(props: ChoiceInputProps) {
  const { facts, options, keys, pick } = useChoices(props);
  return <MultiSelect {...facts} options={options} value={keys} onChange={pick} />;
}

/** Checkboxes, all in sight while they are few. */
function CheckboxOfListed(props: ChoiceInputProps) {
  const { facts, options, keys, pick } = useChoices(props);
  if (options.length > MANY) {
    return <MultiSelect {...facts} options={options} value={keys} onChange={pick} />;
  }
  return <CheckboxGroup {...facts} options={options.map(withMark)} value={keys} onChange={pick} />;
}

/** The control for lists that name what they offer, and the one for lists of everybody on the server. */
function withEverybody(
  Listed: (props: ChoiceInputProps) => ReactNode,
  isSingle: boolean,
): (props: ChoiceInputProps) => ReactNode {
  return function ChoiceInput(props) {
    if (offersEverybody(props.field)) return <EverybodyInput {...props} isSingle={isSingle} />;
    return <Listed {...props} />;
  };
}

export const SelectBoxInput = withEverybody(SelectBoxOfListed, true);
export const RadioInput = withEverybody(RadioOfListed, true);
export const MultiSelectInput = withEverybody(MultiSelectOfListed, false);
export const CheckboxInput = withEverybody(CheckboxOfListed, false);
