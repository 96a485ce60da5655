import { useState } from 'react';
import { usePeopleSearch } from '~/fields/people/usePeopleSearch';
import type { Person } from '~/saving/svn/svnForm';
import type { FieldFacts } from '~/ui/form/Field';
import { MultiSelect } from '~/ui/pick/MultiSelect';

interface PeoplePickerProps extends FieldFacts {
  value: readonly Person[];
  onChange(value: Person[]): void;
}

/** Several people, found by the server while a name is typed. */
export function PeoplePicker({ value, onChange, ...facts }: PeoplePickerProps) {
  const [typed, setTyped] = useState('');
  const { people, words, hint } = usePeopleSearch(typed);
  const found = people.map(({ id, fullName }) => ({ id, label: fullName }));
  const all = new Map([...found, ...value].map((person) => [person.id, person]));
  return (
    <MultiSelect
      {...facts}
      value={value.map(({ id }) => String(id))}
      onChange={(ids) => onChange(ids.flatMap((id) => all.get(Number(id)) ?? []))}
      options={[...all.values()].map(({ id, label }) => ({
        value: String(id),
        label,
        isPerson: true,
      }))}
      onSearch={setTyped}
      empty={words}
      hint={hint}
    />
  );
}
