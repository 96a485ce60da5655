import * as z from 'zod/mini';
import type { ShapeIssue } from '~/api/error';
import type { FieldContract } from '../contract';

/** An entry that no contract reads: of a type of a plugin, or of another shape than its type has. */
export interface UnknownValue {
  /** The entry as it came; null when there is none. */
  json: unknown;
  /** What was unexpected about it; empty when only its type is unknown. */
  issues: readonly ShapeIssue[];
}

/** Shown raw, never sent, never lost (rows E9, A6). */
export const unknownField: FieldContract<unknown, UnknownValue> = {
  id: 'unknown',
  types: [],
  schema: z.unknown(),
  read: (json) => ({ json: json ?? null, issues: [] }),
  toText: ({ json }) => (json === null ? '' : JSON.stringify(json)),
  toSortKey: () => null,
};
