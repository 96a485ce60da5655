import * as z from 'zod/mini';
import type { Field } from '~/api/trackers';
import { minimalUserGroupSchema } from '~/api/userGroups';
import type { Option } from '~/ui/pick/options';
import { type OpenValue, openKey } from './openListField';

const listed = ({ values }: Field) => (Array.isArray(values) ? values : []);

/** What an open list offers: its values and what people typed before, or the groups of the project (trackers.md §2.2). */
export function offeredValues(field: Field): OpenValue[] {
  return listed(field)
    .filter(({ is_hidden }) => is_hidden !== true)
    .map((value) => {
      // Only groups have that shape: to try it on each of 5,000 values takes longer than a key may.
      const group =
        field.bindings.type === 'ugroups' ? z.safeParse(minimalUserGroupSchema, value) : undefined;
      if (group?.success) {
        return { id: group.data.id, label: group.data.label, name: group.data.short_name };
      }
      return { id: typeof value.id === 'number' ? value.id : null, label: value.label };
    });
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

const address = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

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
