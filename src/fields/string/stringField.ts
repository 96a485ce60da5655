import * as z from 'zod/mini';
import type { FieldContract } from '../contract';
import { entrySchema } from '../entry';
import { lengthProblem, requiredProblem } from '../limits';

const schema = entrySchema(['string'], { value: z.string() });

/** One line of text, kept as typed. Two different changes of one line are a conflict: half of a title is no title. */
export const stringField: FieldContract<z.infer<typeof schema>, string> = {
  id: 'string',
  types: ['string'],
  schema,
  read: (json) => json?.value ?? '',
  write: (value, field) => ({ field_id: field.field_id, value }),
  validate(value, field) {
    if (value.trim() === '') return requiredProblem(field);
    if (/[\r\n]/.test(value)) return 'This field holds one line: take out the line breaks.';
    return lengthProblem(value, field);
  },
  initial: ({ default_value: preset }) => (typeof preset === 'string' ? preset : ''),
  toText: (value) => value,
  bring: (value) => value,
};
