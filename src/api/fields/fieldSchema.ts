import * as z from 'zod/mini';
import { minimalUserGroupSchema } from '../userGroups';

// A field of a tracker (trackers.md §2)

const groups = z.array(minimalUserGroupSchema);

/** Reports keys that this kind of thing always carries and that are absent here. */
function missing(
  thing: Record<string, unknown>,
  keys: readonly string[],
  path: PropertyKey[] = [],
) {
  return keys
    .filter((key) => thing[key] === undefined)
    .map((key) => ({
      code: 'custom' as const,
      path: [...path, key],
      message: 'Missing',
      input: thing,
    }));
}

/**
 * A choice of a list field. Static: `is_hidden`, `value_color` (ids of values that people typed are `"o12"`).
 * Bound to users: `user_reference`. Bound to groups: `ugroup_reference`, or the group itself in an open list.
 */
export const listValueSchema = z.looseObject({
  id: z.union([z.int(), z.string()]),
  label: z.string(),
  is_hidden: z.optional(z.boolean()),
  value_color: z.optional(z.string()),
  user_reference: z.optional(
    z.looseObject({
      id: z.int(),
      uri: z.string(),
      real_name: z.string(),
      username: z.string(),
      avatar_url: z.string(),
    }),
  ),
  ugroup_reference: z.optional(minimalUserGroupSchema),
  users_uri: z.optional(z.string()),
  short_name: z.optional(z.string()),
});

/** Keys that the choices of a list carry by what it is bound to (trackers.md §2.2); the app relies on them. */
function keysOfChoice(
  bound: string | null,
  choice: z.infer<typeof listValueSchema>,
): readonly string[] {
  if (bound === 'static') return ['is_hidden', 'value_color'];
  if (bound === 'users') return ['user_reference'];
  if (bound !== 'ugroups') return [];
  const isGroupItself = choice.users_uri !== undefined || choice.short_name !== undefined;
  return isGroupItself ? ['users_uri', 'short_name'] : ['ugroup_reference'];
}

/** What stands in `values` of a permissions field. */
const grantableGroupsSchema = z.looseObject({
  is_used_by_default: z.boolean(),
  ugroup_representations: groups,
});

/** What stands in `values` of an open list of users: where to search them. */
const valueSearchSchema = z.looseObject({
  resource: z.looseObject({ type: z.string(), uri: z.string() }),
});

/** Keys that only some types carry (trackers.md §2.1); the app relies on them. */
const keysOfType: Record<string, readonly string[]> = {
  date: ['is_time_displayed'],
  lud: ['is_time_displayed'],
  subon: ['is_time_displayed'],
  tbl: ['hint'],
  file: ['file_creation_uri', 'max_size_upload'],
  art_link: ['allowed_types'],
};

export const fieldSchema = z
  .looseObject({
    field_id: z.int(),
    label: z.string(),
    name: z.string(),
    description: z.string(),
    type: z.string(),
    values: z.nullable(
      z.union([z.array(listValueSchema), grantableGroupsSchema, valueSearchSchema]),
    ),
    required: z.boolean(),
    collapsed: z.boolean(),
    bindings: z.looseObject({
      type: z.nullable(z.string()),
      list: z.array(
        z.looseObject({
          id: z.union([z.int(), z.string()]),
          label: z.string(),
        }),
      ),
    }),
    /** What the caller may do: `read`, `create` (set on submit), `update`. */
    permissions: z.array(z.string()),
    permissions_for_groups: z.nullable(
      z.looseObject({ can_read: groups, can_submit: groups, can_update: groups }),
    ),
    default_value: z.nullable(
      z.union([z.string(), z.number(), z.array(z.unknown()), z.record(z.string(), z.unknown())]),
    ),
    /** `[]` when empty, as PHP writes an empty map (conventions.md §6). */
    specific_properties: z.union([z.array(z.unknown()), z.record(z.string(), z.unknown())]),
    is_time_displayed: z.optional(z.boolean()),
    hint: z.optional(z.string()),
    file_creation_uri: z.optional(z.string()),
    max_size_upload: z.optional(z.int()),
    allowed_types: z.optional(
      z.array(
        z.looseObject({
          shortname: z.string(),
          forward_label: z.string(),
          reverse_label: z.string(),
        }),
      ),
    ),
    /** Only on fieldsets inside an artifact: hidden by the workflow. */
    is_hidden: z.optional(z.boolean()),
  })
  .check(({ value, issues }) => {
    issues.push(...missing(value, keysOfType[value.type] ?? []));
    const choices = Array.isArray(value.values) ? value.values : [];
    for (const [index, choice] of choices.entries()) {
      const keys = keysOfChoice(value.bindings.type, choice);
      issues.push(...missing(choice, keys, ['values', index]));
    }
  });
