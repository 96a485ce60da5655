import { useId, useState } from 'react';
import type { Field } from '~/api/trackers';
import { contractOf, hasValue } from '~/fields/registry';
import { authorOf } from '~/saving/changes';
import { TextButton } from '~/ui/button/TextButton';
import { Checkbox } from '~/ui/form/Checkbox';
import { NativeSelect } from '~/ui/form/NativeSelect';
import { SearchField } from '~/ui/form/SearchField';
import type { HistorySearch, SearchChanges } from './historySearch';
import type { Step } from './timeline';

interface HistoryFiltersProps {
  search: HistorySearch;
  onSearch(changes: SearchChanges): void;
  steps: readonly Step[];
  fields: readonly Field[];
  hasVisited: boolean;
}

function people(steps: readonly Step[]): { value: string; label: string }[] {
  const names = new Map<number, string>();
  for (const { changeset } of steps) {
    const { submitted_by: by } = changeset;
    if (by !== null && !names.has(by)) names.set(by, authorOf(changeset));
  }
  return [...names]
    .map(([id, label]) => ({ value: String(id), label }))
    .sort((a, b) => a.label.localeCompare(b.label));
}

/** Whoever is asked for in the address stands in the list, also before a changeset of theirs is loaded. */
function withChosen(options: { value: string; label: string }[], chosen: number | null) {
  const value = String(chosen);
  return chosen === null || options.some((option) => option.value === value)
    ? options
    : [...options, { value, label: `#${value}` }];
}

/** By whom, in which field, with which words, since when, in which order: all of it stands in the address (features H1). */
export function HistoryFilters({
  search,
  onSearch,
  steps,
  fields,
  hasVisited,
}: HistoryFiltersProps) {
  const id = useId();
  // The address follows a moment later: what is typed meanwhile must not be lost.
  const [words, setWords] = useState(search.words);
  const tracked = fields.filter(({ type }) => hasValue(type) && !contractOf(type).isDerived);
  return (
    <fieldset className="history-filters" aria-labelledby={id}>
      <legend id={id} className="visually-hidden">
        Filter of the history
      </legend>
      <SearchField
        label="Words in a value or comment"
        value={words}
        onChange={(typed) => {
          setWords(typed);
          onSearch({ words: typed });
        }}
      />
      <NativeSelect
        label="Person"
        value={String(search.by ?? '')}
        onChange={(by) => onSearch({ by })}
        options={[{ value: '', label: 'Everybody' }, ...withChosen(people(steps), search.by)]}
      />
      <NativeSelect
        label="Field"
        value={String(search.field ?? '')}
        onChange={(field) => onSearch({ field })}
        options={[
          { value: '', label: 'Any field' },
          ...withChosen(
            tracked.map(({ field_id, label }) => ({ value: String(field_id), label })),
            search.field,
          ),
        ]}
      />
      <NativeSelect
        label="Order"
        value={search.order}
        onChange={(order) => onSearch({ order: order === 'newest' ? null : order })}
        options={[
          { value: 'newest', label: 'Newest first' },
          { value: 'oldest', label: 'Oldest first' },
        ]}
      />
      <div className="history-since">
        <Checkbox
          isSelected={search.sinceVisit}
          onChange={(isOn) => onSearch({ since: isOn ? 'visit' : null })}
          disabledReason={
            hasVisited ? undefined : 'This is your first visit here with this browser'
          }
        >
          Since my last visit
        </Checkbox>
        <TextButton
          onClick={() => {
            setWords('');
            onSearch({ words: null, by: null, field: null, since: null, order: null, show: null });
          }}
        >
          Clear filters
        </TextButton>
      </div>
    </fieldset>
  );
}
