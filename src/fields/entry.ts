import * as z from 'zod/mini';

/** The schema of an entry of `values[]` for these REST types: what every entry has, and `shape` (artifacts.md §3). */
export function entrySchema<const Type extends string, Shape extends Record<string, z.ZodMiniType>>(
  types: readonly Type[],
  shape: Shape,
) {
  return z.looseObject({
    field_id: z.int(),
    type: z.literal(types),
    label: z.string(),
    ...shape,
  });
}
