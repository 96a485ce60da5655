import type { Field, Tracker } from '~/api/trackers';
import type { FieldReadings } from './readField';
import { contractOf, hasValue } from './registry';

/** What a new artifact starts with: for each field that can have a value its default, as its type reads it. */
export function initialFields(fields: readonly Field[]): FieldReadings {
  return new Map(
    fields
      .filter(({ type }) => hasValue(type))
      .map((field) => {
        const contract = contractOf(field.type);
        const value = contract.initial?.(field) ?? contract.read(undefined, field);
        return [field.field_id, { field, contract, value, entry: undefined, issues: [] }];
      }),
  );
}

/** True when this person may set any field of a new artifact, which is what creating one takes (trackers.md §2). */
export function mayCreate({ fields }: Tracker): boolean {
  return fields.some(({ type, permissions }) => hasValue(type) && permissions.includes('create'));
}
