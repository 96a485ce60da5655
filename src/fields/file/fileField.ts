import * as z from 'zod/mini';
import type { FieldContract } from '../contract';
import { entrySchema } from '../entry';

/** An attached file (attachments.md §1). `type` is what the uploader said, not what the bytes are. */
const fileDescriptionSchema = z.looseObject({
  id: z.int(),
  submitted_by: z.int(),
  description: z.string(),
  name: z.string(),
  size: z.int(),
  type: z.string(),
  html_url: z.string(),
  html_preview_url: z.nullable(z.string()),
  uri: z.string(),
});

export type FileDescription = z.infer<typeof fileDescriptionSchema>;

const schema = entrySchema(['file'], { file_descriptions: z.array(fileDescriptionSchema) });

/** Attached files. Read-only here: a write replaces the whole list and deletes what it does not name. */
export const fileField: FieldContract<z.infer<typeof schema>, readonly FileDescription[]> = {
  id: 'file',
  types: ['file'],
  schema,
  read: (json) => json?.file_descriptions ?? [],
  toText: (value) => value.map(({ name }) => name).join(', '),
  toSortKey: (value) => (value.length === 0 ? null : value.length),
};
