import { queryOptions } from '@tanstack/react-query';
import * as z from 'zod/mini';
import { everyPage } from './answers/paging';
import { request } from './client';
import { projectReferenceSchema } from './projects';
import { scope } from './session';
import { minimalUserGroupSchema } from './userGroups';

// Schemas (trackers.md §1–§4)

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

/** One place of the layout: containers have `content`, leaves null. May name fields that the caller cannot read. */
export const structureNodeSchema = z.looseObject({
  /** A `field_id`. */
  id: z.int(),
  get content() {
    return z.nullable(z.array(structureNodeSchema));
  },
});

export const workflowSchema = z.looseObject({
  /** 0 when there are no transition rules. */
  field_id: z.int(),
  /** `"1"`, `"0"` or `""`. */
  is_used: z.string(),
  is_legacy: z.boolean(),
  is_advanced: z.boolean(),
  rules: z.looseObject({
    dates: z.array(
      z.looseObject({
        source_field_id: z.int(),
        target_field_id: z.int(),
        comparator: z.string(),
      }),
    ),
    lists: z.array(
      z.looseObject({
        source_field_id: z.int(),
        source_value_id: z.int(),
        target_field_id: z.int(),
        target_value_id: z.int(),
      }),
    ),
  }),
  transitions: z.array(
    z.looseObject({
      id: z.int(),
      /** Null: the creation of an artifact. */
      from_id: z.nullable(z.int()),
      to_id: z.int(),
    }),
  ),
});

const fieldPointer = z.optional(z.looseObject({ field_id: z.int() }));

/** Keys are there only when configured and readable (trackers.md §3). */
const semanticsSchema = z.looseObject({
  title: fieldPointer,
  description: fieldPointer,
  contributor: fieldPointer,
  status: z.optional(
    z.looseObject({
      field_id: z.int(),
      /** The open values. */
      value_ids: z.array(z.int()),
    }),
  ),
});

const referenceShape = {
  id: z.int(),
  uri: z.string(),
  label: z.string(),
  color_name: z.string(),
  project: projectReferenceSchema,
};

/** A tracker as lists name it. Also accepts the full one: `projects/:id/trackers` gives either. */
export const trackerReferenceSchema = z.looseObject(referenceShape);

/** A tracker as artifacts embed it. */
export const minimalTrackerSchema = z.looseObject({
  ...referenceShape,
  cannot_create_reasons: z.nullable(z.array(z.string())),
  // What makes a full tracker; named so that a full one with a fault is not taken for this.
  fields: z.optional(z.undefined()),
  structure: z.optional(z.undefined()),
  semantics: z.optional(z.undefined()),
  workflow: z.optional(z.undefined()),
});

/** A tracker with its fields, their layout, meaning and workflow. */
export const trackerSchema = z.looseObject({
  ...referenceShape,
  html_url: z.string(),
  description: z.string(),
  /** Short name: the prefix of `xref`, and what TQL calls the tracker. */
  item_name: z.string(),
  fields: z.array(fieldSchema),
  structure: z.array(structureNodeSchema),
  semantics: semanticsSchema,
  /** Null when the caller cannot read its field. */
  workflow: z.nullable(workflowSchema),
  /** Null unless the caller administers the tracker. */
  permissions_for_groups: z.nullable(z.looseObject({ can_access: groups, can_admin: groups })),
  parent: z.nullable(z.looseObject({ id: z.int(), label: z.string(), color: z.string() })),
  resources: z.array(z.looseObject({ type: z.string(), uri: z.string() })),
});

export const projectTrackersSchema = z.array(trackerReferenceSchema);

// Types

export type ListValue = z.infer<typeof listValueSchema>;
export type Field = z.infer<typeof fieldSchema>;
export type StructureNode = z.infer<typeof structureNodeSchema>;
export type Workflow = z.infer<typeof workflowSchema>;
export type TrackerReference = z.infer<typeof trackerReferenceSchema>;
export type MinimalTracker = z.infer<typeof minimalTrackerSchema>;
export type Tracker = z.infer<typeof trackerSchema>;

// Queries

/** One tracker with everything about it. 404 for an unknown, deleted or hidden one, 403 outside its project. */
export function trackerQuery(id: number) {
  return queryOptions({
    queryKey: [...scope(), 'trackers', id],
    queryFn: async ({ signal }) =>
      (await request('GET', `trackers/${id}`, trackerSchema, { signal })).data,
  });
}

/** Every tracker of a project, by label. */
export function projectTrackersQuery(projectId: number) {
  return queryOptions({
    queryKey: [...scope(), 'trackers', 'ofProject', projectId],
    queryFn: ({ signal }) =>
      everyPage(`projects/${projectId}/trackers`, projectTrackersSchema, (page) => page, {
        limit: 50,
        query: { representation: 'minimal' },
        mayLeaveOut: true,
        signal,
      }),
  });
}
