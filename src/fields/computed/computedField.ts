import * as z from 'zod/mini';
import type { FieldContract } from '../contract';
import { entrySchema } from '../entry';

/** A number that the server sums up, or that a person set by hand instead. */
export interface ComputedValue {
  isAutomatic: boolean;
  /** What the server computes; null when it has nothing to sum up. */
  computed: number | null;
  manual: number | null;
}

const schema = entrySchema(['computed'], {
  is_autocomputed: z.boolean(),
  value: z.nullable(z.number()),
  manual_value: z.nullable(z.number()),
});

/** The number that counts. */
export function effectiveNumber({ isAutomatic, computed, manual }: ComputedValue): number | null {
  return isAutomatic ? computed : manual;
}

/** A computed number. Read-only here. */
export const computedField: FieldContract<z.infer<typeof schema>, ComputedValue> = {
  id: 'computed',
  types: ['computed'],
  schema,
  read: (json) => ({
    isAutomatic: json?.is_autocomputed ?? true,
    computed: json?.value ?? null,
    manual: json?.manual_value ?? null,
  }),
  toText(value) {
    const number = effectiveNumber(value);
    return number === null ? '' : String(number);
  },
  toSortKey: effectiveNumber,
};
