import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { FEWEST_LETTERS, userSearchQuery } from '~/api/users';
import type { FieldFacts } from '~/ui/form/Field';
import { MultiSelect } from '~/ui/pick/MultiSelect';
import type { Person } from '../svnForm';

interface PeoplePickerProps extends FieldFacts {
  value: readonly Person[];
  onChange(value: Person[]): void;
}

function emptyWords(text: string, isAsking: boolean, error: Error | null): string {
  if (text.length < FEWEST_LETTERS) return `Type ${FEWEST_LETTERS} letters of a name`;
  if (error) return 'The search failed; type on to try again';
  return isAsking ? 'Searching…' : 'Nobody matches';
}

/** Several people, found by the server while a name is typed. */
export function PeoplePicker({ value, onChange, ...facts }: PeoplePickerProps) {
  const [typed, setTyped] = useState('');
  const text = typed.trim();
  const search = useQuery({
    ...userSearchQuery(text),
    enabled: text.length >= FEWEST_LETTERS,
    placeholderData: keepPreviousData,
  });
  const found = (text.length < FEWEST_LETTERS ? [] : (search.data ?? [])).flatMap(
    ({ id, display_name }) => (id === null ? [] : [{ id, label: display_name }]),
  );
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
      empty={emptyWords(text, search.isFetching, search.error)}
    />
  );
}
