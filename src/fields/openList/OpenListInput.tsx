import { useCallback, useMemo, useRef, useState } from 'react';
import { joinWords } from '~/lib/words/joinWords';
import { MultiSelect } from '~/ui/pick/MultiSelect';
import type { Option } from '~/ui/pick/options';
import type { InputProps } from '../contract';
import { inputFacts } from '../inputFacts';
import { usePeopleSearch } from '../people/usePeopleSearch';
import { doubleOf, type Labels, labelsOf } from './doubles';
import { Doubles, NotAdded } from './OpenListNotes';
import { asOpenValues, type OpenValue, type OpenValues, openKey } from './openListField';
import { emptyWords, leftMeaning, meaningOf, offeredValues, optionOf } from './openOptions';
import { useLeft } from './useLeft';

type OpenListInputProps = InputProps<OpenValues>;

const labelOf = (values: OpenValues) => joinWords(values.map(({ label }) => label));

/** The option that makes what was typed, named as such; a near double says what it is like. */
function makeOption(made: OpenValues, known: OpenValues, labels: Labels): Option | undefined {
  const [value, ...more] = made;
  if (!value) return undefined;
  if (more.length > 0 || known.includes(value))
    return { value: 'list', label: `Add ${labelOf(made)}` };
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
  const facts = inputFacts(props);
  const { field } = props;
  const left = useLeft(field, value, typed);
  const place = useRef<HTMLDivElement>(null);
  /** From a note, which goes with its button: the focus goes on in the list. */
  function settle(next: OpenValues): void {
    onChange(asOpenValues(next));
    place.current?.querySelector<HTMLElement>('[role=combobox]')?.focus();
  }
  const all = useMemo(() => asOpenValues([...offered, ...value]), [offered, value]);
  const options = useMemo(() => all.map(optionOf), [all]);
  const byKey = useMemo(() => new Map(all.map((one) => [openKey(one), one])), [all]);
  const labels = useMemo(() => labelsOf(field, offered), [offered, field]);
  const read = useCallback(
    (text: string) => meaningOf(text, field, { known: all, chosen: value }),
    [field, all, value],
  );
  const made = useMemo(() => {
    const { values, rest } = read(typed);
    return rest.length === 0 ? values : [];
  }, [read, typed]);
  const extra = useMemo(() => makeOption(made, all, labels), [made, all, labels]);
  // Who types a value in another way finds it before a new one.
  const double = made[0] && made.length === 1 ? doubleOf(made[0].label, labels) : undefined;
  // One that is chosen already is not offered at the top: to choose it there would take it out.
  const taken = new Set(value.map(openKey));
  const alike = offered.find((one) => one.label === double?.label && !taken.has(openKey(one)));
  const meant = (key: string) => (key === extra?.value ? made : byKey.get(key)) ?? [];
  return (
    <div className="value-list" ref={place}>
      <MultiSelect
        {...facts}
        help={facts.help ?? field.hint}
        options={options}
        alike={alike && openKey(alike)}
        extra={extra}
        value={value.map(openKey)}
        onChange={(keys) => {
          const next = asOpenValues(keys.flatMap(meant));
          left.goOn(next.filter((one) => !taken.has(openKey(one))));
          onChange(next);
        }}
        onLeave={(text) => left.leave(leftMeaning(text, field, { known: all, chosen: value }))}
        onSearch={(text) => {
          setTyped(text);
          if (text !== '') left.goOn();
          search?.onSearch(text);
        }}
        empty={emptyWords(field, search?.words)}
        hint={search?.hint}
      />
      {left.label !== '' ? (
        <NotAdded
          label={left.label}
          addable={labelOf(left.values)}
          rest={left.rest}
          onAdd={() => {
            left.goOn();
            settle([...value, ...left.values]);
          }}
          onDrop={() => {
            left.drop();
            settle(value);
          }}
        />
      ) : null}
      <Doubles value={value} offered={offered} labels={labels} onChange={settle} />
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
