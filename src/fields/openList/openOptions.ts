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

/**
 * The parts of a typed or pasted list: the server ends a value at its comma. A name has blanks, so that a blank parts
 * people only where there are addresses on all its sides.
 */
function partsOf(typed: string, field: Field): string[] {
  const isPeople = field.bindings.type === 'users';
  const parts = typed.split(isPeople ? /[,;\t\r\n]/ : /[,\t]/).flatMap((each) => {
    const part = each.trim();
    const words = part.split(/\s+/);
    return isPeople && words.every((word) => address.test(word)) ? words : part;
  });
  return [...new Set(parts)].filter((part) => part !== '');
}

/** What a typed text means: the values there are as they are, new ones, and the parts that could be no value. */
export interface Meaning {
  values: readonly OpenValue[];
  rest: readonly string[];
}

/** The values there are to be found, and those of the field. */
interface Lists {
  known: readonly OpenValue[];
  chosen: readonly OpenValue[];
}

/** The meaning of one value, or of a whole list; what is chosen already is no news and left out. */
export function meaningOf(typed: string, field: Field, { known, chosen }: Lists): Meaning {
  const meaning: { values: OpenValue[]; rest: string[] } = { values: [], rest: [] };
  // The name of one that is there, with its commas if it has any: it is found in the list.
  if (known.some(({ label }) => label === typed.trim())) return meaning;
  const taken = new Set(chosen.map(openKey));
  for (const part of partsOf(typed, field)) {
    const value = known.find(({ label }) => label === part) ?? newValue(part, field);
    if (!value) meaning.rest.push(part);
    else if (!taken.has(openKey(value))) meaning.values.push(value);
  }
  return meaning;
}

/** The meaning of a text that was left: the name of one that is there names it, unless several have that name. */
export function leftMeaning(typed: string, field: Field, lists: Lists): Meaning {
  const text = typed.trim();
  const named = lists.known.filter(({ label }) => label === text);
  if (named.length === 0) return meaningOf(typed, field, lists);
  if (named.length > 1) return { values: [], rest: [text] };
  const isChosen = lists.chosen.some((one) => openKey(one) === openKey(named[0] ?? one));
  return { values: isChosen ? [] : named, rest: [] };
}

/**
 * The value that a typed text would make: of fixed values any text, among people an address of somebody without an
 * account, of groups none.
 */
function newValue(label: string, field: Field): OpenValue | null {
  const bound = field.bindings.type;
  const isPossible = bound === 'users' ? address.test(label) : bound === 'static';
  return isPossible ? { id: null, label } : null;
}
