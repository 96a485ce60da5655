import * as z from 'zod/mini';
import { minimalUserGroupSchema } from '~/api/userGroups';
import { minimalUserSchema } from '~/api/users';
import type { FieldContract } from '../contract';
import { entrySchema } from '../entry';
import { personName } from '../people/names';

/** One value of an open list; people typed some of them (`id` `"o12"`, or an e-mail address). */
export interface OpenValue {
  id: number | string | null;
  label: string;
  isPerson: boolean;
}

const typedValueSchema = z.looseObject({
  id: z.union([z.int(), z.string()]),
  label: z.string(),
  // What makes a user or a group; named so that one with a fault is not taken for a typed value.
  uri: z.optional(z.undefined()),
  users_uri: z.optional(z.undefined()),
  display_name: z.optional(z.undefined()),
});

const schema = entrySchema(['tbl'], {
  bind_value_objects: z.array(
    z.union([minimalUserSchema, minimalUserGroupSchema, typedValueSchema]),
  ),
  /** Labels, not ids (live-facts.md, Types). */
  bind_value_ids: z.array(z.string()),
  bind_type: z.string(),
});

type OpenListJson = z.infer<typeof schema>;

function toOpenValue(value: OpenListJson['bind_value_objects'][number]): OpenValue {
  const { id } = value;
  if ('display_name' in value && typeof value.display_name === 'string') {
    const username = typeof value.username === 'string' ? value.username : null;
    return {
      id,
      label: personName({ display_name: value.display_name, username }),
      isPerson: true,
    };
  }
  return { id, label: String(value.label), isPerson: false };
}

/** A list whose values people may add to. Read-only here. */
export const openListField: FieldContract<OpenListJson, readonly OpenValue[]> = {
  id: 'openList',
  types: ['tbl'],
  schema,
  read: (json) => (json?.bind_value_objects ?? []).map(toOpenValue),
  toText: (value) => value.map(({ label }) => label).join(', '),
};
