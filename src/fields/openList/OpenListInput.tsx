import { useMemo, useState } from 'react';
import { MultiSelect } from '~/ui/pick/MultiSelect';
import type { Option } from '~/ui/pick/options';
import type { InputProps } from '../contract';
import { inputFacts } from '../inputFacts';
import { usePeopleSearch } from '../people/usePeopleSearch';
import { doubleOf, type Labels, labelsOf } from './doubles';
import { Doubles, NotAdded } from './OpenListNotes';
import { asOpenValues, type OpenValue, type OpenValues, openKey } from './openListField';
import { newValue, offeredValues, optionOf } from './openOptions';

type OpenListInputProps = InputProps<OpenValues>;

/** The option that makes a new value, named as such; a near double says what it is like. */
function makeOption(value: OpenValue, labels: Labels): Option {
  const double = doubleOf(value.label, labels);
  const note =
    double &&
    (double.isRetired ? `like “${double.label}”, retired` : `much like “${double.label}”`);
  return { value: openKey(value), label: `New: ${value.label}`, ...(note ? { note } : {}) };
}

interface PickerProps extends OpenListInputProps {
  offered: OpenValues;
  /** People come from the server, not from the field. */
  search?: { onSearch(text: string): void; words: string; hint: string | undefined };
}

function Picker({ value, onChange, offered, search, ...props }: PickerProps) {
  const [typed, setTyped] = useState('');
  const [left, setLeft] = useState<OpenValue | null>(null);
  const facts = inputFacts(props);
  const { field } = props;
  const all = useMemo(() => asOpenValues([...offered, ...value]), [offered, value]);
  const options = useMemo(() => all.map(optionOf), [all]);
  const byKey = useMemo(() => new Map(all.map((one) => [openKey(one), one])), [all]);
  const labels = useMemo(() => labelsOf(field, offered), [offered, field]);
  const made = useMemo(() => newValue(typed, field, all), [typed, field, all]);
  const extra = useMemo(() => (made ? makeOption(made, labels) : undefined), [made, labels]);
  // Who types a value in another way finds it before a new one.
  const double = made && doubleOf(made.label, labels);
  // One that is chosen already is not offered at the top: to choose it there would take it out.
  const taken = new Set(value.map(openKey));
  const alike = offered.find((one) => one.label === double?.label && !taken.has(openKey(one)));
  const meant = (key: string) => (key === extra?.value ? made : byKey.get(key)) ?? [];
  return (
    <div className="value-list">
      <MultiSelect
        {...facts}
        help={facts.help ?? field.hint}
        options={options}
        alike={alike && openKey(alike)}
        extra={extra}
        value={value.map(openKey)}
        onChange={(keys) => {
          setLeft(null);
          onChange(asOpenValues(keys.flatMap(meant)));
        }}
        onLeave={(text) => setLeft(newValue(text, field, all))}
        onSearch={(text) => {
          setTyped(text);
          if (text !== '') setLeft(null);
          search?.onSearch(text);
        }}
        empty={search?.words ?? 'Nothing like it yet'}
        hint={search?.hint}
      />
      {left ? (
        <NotAdded
          label={left.label}
          onAdd={() => {
            setLeft(null);
            onChange(asOpenValues([...value, left]));
          }}
        />
      ) : null}
      <Doubles value={value} offered={offered} labels={labels} onChange={onChange} />
    </div>
  );
}

function PeopleList(props: OpenListInputProps) {
  const [typed, setTyped] = useState('');
  const { people, words, hint } = usePeopleSearch(typed);
  const offered = people.map(
    ({ id, label, login }): OpenValue => ({ id, label, name: login, isPerson: true }),
  );
  return <Picker {...props} offered={offered} search={{ onSearch: setTyped, words, hint }} />;
}

function OfferedList(props: OpenListInputProps) {
  const { field } = props;
  const offered = useMemo(() => offeredValues(field), [field]);
  return <Picker {...props} offered={offered} />;
}

/** An open list: what there is is found by typing, what there is not is made by it. */
export function OpenListInput(props: OpenListInputProps) {
  return props.field.bindings.type === 'users' ? (
    <PeopleList {...props} />
  ) : (
    <OfferedList {...props} />
  );
}
