import * as z from 'zod/mini';
import { type ParsedNumber, parseDecimal, parseWhole } from '~/lib/numbers';
import type { FieldContract, FieldMerge } from '../contract';
import { entrySchema } from '../entry';
import { requiredProblem } from '../limits';

/** `''` is empty, which is not 0. Text, so that a half-typed number is never lost. */
export type NumberValue = string;

interface Kind {
  type: 'int' | 'float';
  parse(text: string): ParsedNumber;
}

function numberField({ type, parse }: Kind) {
  const schema = entrySchema([type], { value: z.nullable(z.number()) });
  const contract: FieldContract<z.infer<typeof schema>, NumberValue> = {
    id: 'number',
    types: [type],
    schema,
    read: (json) => (json?.value === null || json === undefined ? '' : String(json.value)),
    /** Empty is `""`: null is refused (live-facts.md, Writes). `5.0` and `5` send the same number. */
    write(value, field) {
      const parsed = parse(value);
      const isEmpty = value.trim() === '';
      return {
        field_id: field.field_id,
        value: isEmpty ? '' : 'value' in parsed ? parsed.value : value,
      };
    },
    /** A number, or its text as the database holds it (trackers.md §2.4). */
    initial({ default_value: preset }) {
      if (typeof preset === 'number') return String(preset);
      return typeof preset === 'string' && 'value' in parse(preset) ? preset : '';
    },
    validate(value, field) {
      if (value.trim() === '') return requiredProblem(field);
      const parsed = parse(value);
      return 'problem' in parsed ? parsed.problem : undefined;
    },
    toText: (value) => value,
    bring: (value) => value,
    /** `5.0` and `5` are one number, typed in two ways. */
    mergeBoth(_base, mine, theirs): FieldMerge<NumberValue> {
      const [a, b] = [parse(mine), parse(theirs)];
      return 'value' in a && 'value' in b && a.value === b.value
        ? { outcome: 'agreed', value: theirs }
        : { outcome: 'conflict', value: mine };
    },
    toSortKey(value) {
      const parsed = parse(value);
      return 'value' in parsed ? parsed.value : null;
    },
  };
  return contract;
}

export const intField = numberField({ type: 'int', parse: parseWhole });
export const floatField = numberField({ type: 'float', parse: parseDecimal });
