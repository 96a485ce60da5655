import type { Field } from '~/api/trackers';
import type { Option } from '~/ui/pick/options';
import { NOBODY } from '../people/usePeopleSearch';
import { type OpenValue, offeredGroups, openKey } from './openListField';

const listed = ({ values }: Field) => (Array.isArray(values) ? values : []);

/** What an open list offers: its values and what people typed before, or the groups of the project (trackers.md §2.2). */
export function offeredValues(field: Field): OpenValue[] {
  const groups = offeredGroups(field);
  if (groups.length > 0) {
    return groups.map(({ id, label, short_name }) => ({ id, label, name: short_name }));
  }
  return listed(field)
    .filter(({ is_hidden }) => is_hidden !== true)
    .map(({ id, label }) => ({ id: typeof id === 'number' ? id : null, label }));
}

/** The labels of values that the tracker's administrator took out of use: they are not offered, and still there. */
export function retiredLabels(field: Field): string[] {
  return listed(field)
    .filter(({ is_hidden }) => is_hidden === true)
    .map(({ label }) => label);
}

/** How a value stands in the list of a control. */
export function optionOf(value: OpenValue): Option {
  const { label, name, isPerson } = value;
  return {
    value: openKey(value),
    label,
    ...(isPerson ? { isPerson, note: name } : {}),
  };
}

/** Said where nothing is like what is typed: what could be typed instead (features E6). */
export function emptyWords(field: Field, searched: string | undefined): string {
  if (searched !== undefined) {
    return searched === NOBODY ? `${searched}; a whole address is taken too` : searched;
  }
  return field.bindings.type === 'ugroups' ? 'No group matches' : 'Type to make a value';
}

const address = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** The parts of a typed or pasted list: the server ends a value at its comma, and an address has no blank either. */
function partsOf(typed: string, field: Field): string[] {
  const sign = field.bindings.type === 'users' ? /[,;\s]+/ : /[,\t]/;
  const parts = typed.split(sign).map((part) => part.trim());
  return [...new Set(parts)].filter((part) => part !== '');
}

/**
 * The values that a pasted list means, those there are as they are: null where it is no list, or one of its parts could be
 * no value.
 */
export function listedValues(
  typed: string,
  field: Field,
  known: readonly OpenValue[],
): OpenValue[] | null {
  const parts = partsOf(typed, field);
  if (parts.length < 2 || known.some(({ label }) => label === typed.trim())) return null;
  const values = parts.map(
    (part) => known.find(({ label }) => label === part) ?? newValue(part, field, known),
  );
  return values.every((value) => value !== null) ? values : null;
}

/**
 * The value that a typed text would make: of fixed values any text, among people an address of somebody without an
 * account, of groups none. Null also when it is there already.
 */
export function newValue(
  typed: string,
  field: Field,
  known: readonly OpenValue[],
): OpenValue | null {
  const label = typed.trim();
  const bound = field.bindings.type;
  const isPossible = bound === 'users' ? address.test(label) : bound === 'static' && label !== '';
  return isPossible && !known.some((value) => value.label === label) ? { id: null, label } : null;
}
