import * as z from 'zod/mini';
import { parseDecimal } from '~/lib/numbers';
import type { FieldContract, FieldMerge } from '../contract';
import { entrySchema } from '../entry';

/** A number that the server sums up, or that a person set by hand instead. */
export interface ComputedValue {
  isAutomatic: boolean;
  /** What the server computes; null when it has nothing to sum up. Nobody writes it. */
  computed: number | null;
  /** As typed; `''` while it is automatic. */
  manual: string;
}

const schema = entrySchema(['computed'], {
  is_autocomputed: z.boolean(),
  value: z.nullable(z.number()),
  manual_value: z.nullable(z.number()),
});

function manualNumber({ manual }: ComputedValue): number | null {
  const parsed = parseDecimal(manual);
  return 'value' in parsed ? parsed.value : null;
}

/** The number that counts; null where there is none. */
function effectiveNumber(value: ComputedValue): number | null {
  return value.isAutomatic ? value.computed : manualNumber(value);
}

/** The same to be read: what was typed stands as it is while it is no number. */
export function effectiveText(value: ComputedValue): string {
  const number = effectiveNumber(value);
  if (number !== null) return String(number);
  return value.isAutomatic ? '' : value.manual;
}

/** The same choice: what the server sums up may have changed in between, by changes elsewhere. */
function isSameChoice(a: ComputedValue, b: ComputedValue): boolean {
  return a.isAutomatic === b.isAutomatic && (a.isAutomatic || a.manual === b.manual);
}

function mergeBoth(
  base: ComputedValue,
  mine: ComputedValue,
  theirs: ComputedValue,
): FieldMerge<ComputedValue> {
  const value = { ...mine, computed: theirs.computed };
  if (isSameChoice(mine, theirs)) return { outcome: 'agreed', value: theirs };
  if (isSameChoice(base, theirs)) return { outcome: 'mine', value };
  if (isSameChoice(base, mine)) return { outcome: 'theirs', value: theirs };
  return { outcome: 'conflict', value: mine };
}

/** A computed number: the server's sum, or one set by hand. The key `value` is refused in a write (recorded: artifacts/129). */
export const computedField: FieldContract<z.infer<typeof schema>, ComputedValue> = {
  id: 'computed',
  types: ['computed'],
  schema,
  read(json) {
    const isAutomatic = json?.is_autocomputed ?? true;
    const manual = isAutomatic ? null : (json?.manual_value ?? null);
    return {
      isAutomatic,
      computed: json?.value ?? null,
      manual: manual === null ? '' : String(manual),
    };
  },
  write: (value, { field_id }) =>
    value.isAutomatic
      ? { field_id, is_autocomputed: true }
      : { field_id, is_autocomputed: false, manual_value: manualNumber(value) ?? value.manual },
  /** `{ type: "manual_value", value }` or nothing (trackers.md §2.3). */
  initial({ default_value: preset }) {
    const number =
      typeof preset === 'object' && preset !== null && !Array.isArray(preset) ? preset.value : null;
    return typeof number === 'number'
      ? { isAutomatic: false, computed: null, manual: String(number) }
      : { isAutomatic: true, computed: null, manual: '' };
  },
  validate({ isAutomatic, manual }) {
    if (isAutomatic) return undefined;
    if (manual.trim() === '') return 'Type a number, or let the server compute it.';
    const parsed = parseDecimal(manual);
    return 'problem' in parsed ? parsed.problem : undefined;
  },
  isSame: isSameChoice,
  toText: effectiveText,
  /** What the server sums up comes with no old version. */
  bring: (value, { now }) => ({ ...value, computed: now.computed }),
  toSortKey: effectiveNumber,
  mergeBoth,
};
