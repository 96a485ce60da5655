import { queryOptions } from '@tanstack/react-query';
import * as z from 'zod/mini';
import { everyPage } from './answers/paging';
import { request } from './client';
import { fieldSchema, type listValueSchema } from './fields/fieldSchema';
import { withPlainFields } from './fields/plainFields';
import { projectReferenceSchema } from './projects';
import { scope } from './session';
import { minimalUserGroupSchema } from './userGroups';

// Schemas (trackers.md §1–§4)

const groups = z.array(minimalUserGroupSchema);

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
export type Tracker = z.infer<typeof trackerSchema>;

// Queries

/** One tracker with everything about it. 404 for an unknown, deleted or hidden one, 403 outside its project. */
export async function readTracker(id: number, signal?: AbortSignal): Promise<Tracker> {
  const options = { signal, mend: withPlainFields };
  return (await request('GET', `trackers/${id}`, trackerSchema, options)).data;
}

/** The same, kept as what is read is kept. */
export function trackerQuery(id: number) {
  return queryOptions({
    queryKey: [...scope(), 'trackers', id],
    queryFn: ({ signal }) => readTracker(id, signal),
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
