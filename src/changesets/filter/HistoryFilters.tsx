import { useContext, useId } from 'react';
import type { Field } from '~/api/trackers';
import { KnownPeople, useNameOf } from '~/attachments/knownPeople';
import { contractOf, hasValue } from '~/fields/registry';
import { authorOf } from '~/saving/changes';
import { TextButton } from '~/ui/button/TextButton';
import { Checkbox } from '~/ui/form/Checkbox';
import { NativeSelect } from '~/ui/form/NativeSelect';
import { SearchField } from '~/ui/form/SearchField';
import type { Step } from '../timeline';
import { type HistorySearch, NOBODY, type SearchChanges } from './historySearch';

interface HistoryFiltersProps {
  search: HistorySearch;
  onSearch(changes: SearchChanges): void;
  steps: readonly Step[];
  /** How many changesets are not loaded: whoever wrote only there is not in the list. */
  unloaded: number;
  fields: readonly Field[];
  hasVisited: boolean;
}

/** All of them are one author to the filter: an address of one would name the others wrongly. */
const NOBODY_NAMED = 'By mail or not signed in';

/** Who wrote what is loaded, and whom the page knows besides: who wrote earlier may be among those. */
function people(
  steps: readonly Step[],
  known: ReadonlyMap<number, string>,
): { value: string; label: string }[] {
  const names = new Map(known);
  for (const { changeset } of steps) {
    const { submitted_by: by } = changeset;
    if (by !== null && !names.has(by)) {
      names.set(by, by === NOBODY ? NOBODY_NAMED : authorOf(changeset));
    }
  }
  return [...names]
    .map(([id, label]) => ({ value: String(id), label }))
    .sort((a, b) => a.label.localeCompare(b.label));
}

/** The list is honest about whom it cannot know yet; to ask for all would cost a request for every 50 changesets. */
function missingPeople(unloaded: number): string | undefined {
  if (unloaded === 0) return undefined;
  const where =
    unloaded === 1 ? 'the one changeset that is' : `the ${unloaded} changesets that are`;
  return `Not in the list yet: who wrote only in ${where} not loaded.`;
}

/** Whoever is asked for in the address stands in the list, also before a changeset of theirs is loaded. */
function withChosen(
  options: { value: string; label: string }[],
  chosen: number | null,
  nameOf: (id: number) => string,
) {
  return chosen === null || options.some(({ value }) => value === String(chosen))
    ? options
    : [...options, { value: String(chosen), label: nameOf(chosen) }];
}

/** By whom, in which field, with which words, since when, in which order: all of it stands in the address (features H1). */
export function HistoryFilters({
  search,
  onSearch,
  steps,
  unloaded,
  fields,
  hasVisited,
}: HistoryFiltersProps) {
  const id = useId();
  const known = useContext(KnownPeople);
  const nameOf = useNameOf();
  const tracked = fields.filter(({ type }) => hasValue(type) && !contractOf(type).isDerived);
  const chosen = tracked.find(({ field_id }) => field_id === search.field);
  return (
    <fieldset className="history-filters" aria-labelledby={id}>
      <legend id={id} className="visually-hidden">
        Filter of the history
      </legend>
      <SearchField
        label={chosen ? `Words in ${chosen.label}` : 'Words in a value or comment'}
        value={search.words}
        onChange={(words) => onSearch({ words })}
      />
      <NativeSelect
        label="Person"
        value={String(search.by ?? '')}
        onChange={(by) => onSearch({ by })}
        help={missingPeople(unloaded)}
        options={[
          { value: '', label: 'Everybody' },
          ...withChosen(people(steps, known), search.by, (by) =>
            by === NOBODY ? NOBODY_NAMED : nameOf(by),
          ),
        ]}
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
            (field) => `field #${field}`,
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
          isSelected={search.sinceVisit && hasVisited}
          onChange={(isOn) => onSearch({ since: isOn ? 'visit' : null })}
          disabledReason={
            hasVisited ? undefined : 'This is your first visit here with this browser'
          }
        >
          {hasVisited ? 'Since my last visit' : 'Since my last visit (this is the first)'}
        </Checkbox>
        <TextButton
          onClick={() =>
            onSearch({ words: null, by: null, field: null, since: null, order: null, show: null })
          }
        >
          Clear filters
        </TextButton>
      </div>
    </fieldset>
  );
}
