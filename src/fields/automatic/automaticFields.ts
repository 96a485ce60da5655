import * as z from 'zod/mini';
import { minimalUserSchema } from '~/api/users';
import { formatDate, formatDateTime } from '~/lib/dates';
import type { FieldContract } from '../contract';
import { entrySchema } from '../entry';
import { personName } from '../people/names';

const numberSchema = entrySchema(['aid', 'atid', 'priority'], { value: z.int() });

/** Artifact id, id within the tracker, rank. */
export const automaticNumberField: FieldContract<z.infer<typeof numberSchema>, number | null> = {
  id: 'automaticNumber',
  types: ['aid', 'atid', 'priority'],
  schema: numberSchema,
  read: (json) => json?.value ?? null,
  isDerived: true,
  toText: (value) => (value === null ? '' : String(value)),
  toSortKey: (value) => value,
};

/** A person as the server names one; `''` when nobody is named. */
export interface Person {
  name: string;
  username: string;
}

const personSchema = entrySchema(['subby', 'luby'], { value: minimalUserSchema });

/** Who submitted, who updated last. */
export const automaticPersonField: FieldContract<z.infer<typeof personSchema>, Person | null> = {
  id: 'automaticPerson',
  types: ['subby', 'luby'],
  schema: personSchema,
  read: (json) =>
    json ? { name: personName(json.value), username: json.value.username ?? '' } : null,
  isDerived: true,
  toText: (value) => value?.name ?? '',
};

const dateSchema = entrySchema(['subon', 'lud'], {
  value: z.string(),
  is_time_displayed: z.optional(z.boolean()),
});

/** When it was submitted, when it was last updated: an instant, as ISO text; `''` when unknown. */
export const automaticDateField: FieldContract<z.infer<typeof dateSchema>, string> = {
  id: 'automaticDate',
  types: ['subon', 'lud'],
  schema: dateSchema,
  read: (json) => json?.value ?? '',
  isDerived: true,
  toText: (value, field) =>
    field.is_time_displayed === false ? formatDate(value) : formatDateTime(value),
  toSortKey(value) {
    const time = Date.parse(value);
    return Number.isNaN(time) ? null : time;
  },
};
