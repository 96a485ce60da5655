import { useMemo, useState } from 'react';
import { TextButton } from '~/ui/button/TextButton';
import { MultiSelect } from '~/ui/pick/MultiSelect';
import type { Option } from '~/ui/pick/options';
import { Banner } from '~/ui/show/Banner';
import type { InputProps } from '../contract';
import { inputFacts } from '../inputFacts';
import { usePeopleSearch } from '../people/usePeopleSearch';
import { doubleOf, type Labels, labelsOf } from './doubles';
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

/** A value out of use is not for us to set: it comes back by the administrator's hand. */
function RetiredDouble({ label, there }: { label: string; there: string }) {
  return (
    <Banner tone="warning" role="status">
      “{label}” would be a new value beside “{there}”, which is retired. The tracker’s administrator
      can bring that one back.
    </Banner>
  );
}

interface DoublesProps {
  value: OpenValues;
  offered: OpenValues;
  labels: Labels;
  onChange(value: OpenValues): void;
}

/** New values that nearly repeat one there is, each with the way back: nobody searches in two places later. */
function Doubles({ value, offered, labels, onChange }: DoublesProps) {
  return value.flatMap((one) => {
    if (one.id !== null || labels.offered.includes(one.label)) return [];
    const double = doubleOf(one.label, labels);
    if (!double) return [];
    if (double.isRetired) {
      return <RetiredDouble key={one.label} label={one.label} there={double.label} />;
    }
    const there = offered.find(({ label }) => label === double.label);
    if (!there) return [];
    const rest = value.filter((other) => other !== one);
    return (
      <Banner
        key={one.label}
        tone="warning"
        role="status"
        actions={
          <TextButton onClick={() => onChange(asOpenValues([...rest, there]))}>
            Use {there.label}
          </TextButton>
        }
      >
        “{one.label}” would be a new value beside “{there.label}”.
      </Banner>
    );
  });
}

/** What was typed and left is not taken for a value without a word, nor lost without one. */
function NotAdded({ label, onAdd }: { label: string; onAdd(): void }) {
  return (
    <Banner role="status" actions={<TextButton onClick={onAdd}>Add {label}</TextButton>}>
      “{label}” was typed and is not added.
    </Banner>
  );
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
  const meant = (key: string) => (key === extra?.value ? made : byKey.get(key)) ?? [];
  return (
    <div className="value-list">
      <MultiSelect
        {...facts}
        help={facts.help ?? field.hint}
        options={options}
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
