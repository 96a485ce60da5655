import * as z from 'zod/mini';
import { type FileInfo, fileInfoSchema } from '~/api/files';
import { visibleName } from '~/attachments/names/visibleName';
import { mergeSets } from '~/lib/sets';
import type { FieldContract, FieldMerge } from '../contract';
import { entrySchema } from '../entry';
import { requiredProblem } from '../limits';

const schema = entrySchema(['file'], { file_descriptions: z.array(fileInfoSchema) });

/** The files of a field, in the order of the server; what a draft adds are temporary files, at the end. */
export type Files = readonly FileInfo[];

const idsOf = (files: Files) => files.map(({ id }) => id);

/** As sets: their files, without those that I removed, with those that I added. Never a conflict: an id is one file. */
function mergeBoth(base: Files, mine: Files, theirs: Files): FieldMerge<Files> {
  return { outcome: 'merged', value: mergeSets({ base, mine, theirs }, ({ id }) => id) };
}

/**
 * Attached files. An entry replaces the whole list and detaches what it does not name (attachments.md §4, §7), so it
 * names what the newest version holds. Sorted, so that the order alone is no change.
 */
export const fileField: FieldContract<z.infer<typeof schema>, Files> = {
  id: 'file',
  types: ['file'],
  isWide: true,
  schema,
  read: (json) => json?.file_descriptions ?? [],
  write: (value, { field_id }) => ({ field_id, value: idsOf(value).toSorted((a, b) => a - b) }),
  replacesSet: true,
  validate: (value, field) => (value.length === 0 ? requiredProblem(field) : undefined),
  toText: (value) => value.map(({ name }) => visibleName(name)).join(', '),
  toItems: (value) => value.map(({ id, name }) => ({ key: String(id), text: visibleName(name) })),
  /** A file that was taken off cannot be attached again, nor one of another artifact (live-facts.md, Errors). */
  bring(value, { now, isSameArtifact }) {
    const wanted = new Set(idsOf(value));
    return isSameArtifact ? now.filter(({ id }) => wanted.has(id)) : undefined;
  },
  /** An uploaded file is its person's and not the field's, until it is attached (attachments.md §4). */
  carry: (value) => value,
  toSortKey: (value) => (value.length === 0 ? null : value.length),
  mergeBoth,
};
