import { useState } from 'react';
import { ComboBox } from '~/ui/pick/ComboBox';
import { MultiSelect } from '~/ui/pick/MultiSelect';
import type { Option } from '~/ui/pick/options';
import type { InputProps } from '../contract';
import { inputFacts } from '../inputFacts';
import { usePeopleSearch } from '../people/usePeopleSearch';
import type { Choice, ChoiceValue } from './choiceField';

type EverybodyInputProps = InputProps<ChoiceValue> & { isSingle: boolean };

const nameOf = ({ id, label }: Choice) => label ?? `#${id}`;

/** One or several people out of everybody on the server, found by the server while a name is typed. */
export function EverybodyInput({ value, onChange, isSingle, ...props }: EverybodyInputProps) {
  const [typed, setTyped] = useState('');
  const [first] = value;
  // The name of the one who is chosen stands in the input; it is nothing to search for.
  const isName = isSingle && first !== undefined && typed === nameOf(first);
  const { people, words, hint } = usePeopleSearch(isName ? '' : typed);
  const known = new Map<string, { choice: Choice; option: Option }>();
  for (const { id, label, login } of people) {
    const option = { value: String(id), label, isPerson: true, note: login };
    known.set(option.value, { choice: { id, label, isPerson: true }, option });
  }
  for (const choice of value) {
    const key = String(choice.id);
    const option = { value: key, label: nameOf(choice), isPerson: true };
    // The chosen one keeps what the form already says of it.
    known.set(key, { choice, option: known.get(key)?.option ?? option });
  }
  const pick = (keys: readonly string[]) =>
    onChange(keys.flatMap((key) => known.get(key)?.choice ?? []));
  const shared = {
    ...inputFacts(props),
    options: [...known.values()].map(({ option }) => option),
    onSearch: setTyped,
    empty: words,
    hint,
  };
  if (isSingle) {
    return (
      <ComboBox
        {...shared}
        value={first ? String(first.id) : null}
        onChange={(key) => pick(key === null ? [] : [key])}
        placeholder="Nobody"
      />
    );
  }
  return (
    <MultiSelect
      {...shared}
      value={value.map(({ id }) => String(id))}
      onChange={(keys) => pick(keys.toSorted((a, b) => Number(a) - Number(b)))}
      placeholder="Nobody"
    />
  );
}
