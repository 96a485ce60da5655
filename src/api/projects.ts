import { queryOptions } from '@tanstack/react-query';
import * as z from 'zod/mini';
import { everyPage } from './answers/paging';
import { request } from './client';
import { scope } from './session';

// Schemas (projects.md §1)

/** A project as trackers and artifacts name it: `label` without the emoji, `icon` the emoji or `''`. */
export const projectReferenceSchema = z.looseObject({
  id: z.int(),
  uri: z.string(),
  label: z.string(),
  icon: z.string(),
});

const minimalShape = {
  id: z.int(),
  uri: z.string(),
  /** May begin with the project's emoji. */
  label: z.string(),
  label_without_icon: z.string(),
  shortname: z.string(),
  status: z.nullable(z.string()),
  access: z.string(),
  is_template: z.boolean(),
};

/** A project as SVN repositories and user groups name it. */
export const minimalProjectSchema = z.looseObject(minimalShape);

export const projectSchema = z.looseObject({
  ...minimalShape,
  /** The sub-collections that exist for this project: its self-description. */
  resources: z.array(z.looseObject({ type: z.string(), uri: z.string() })),
  is_member_of: z.boolean(),
  description: z.string(),
  additional_fields: z.array(z.looseObject({ name: z.string(), value: z.string() })),
  icon: z.string(),
});

export const projectsSchema = z.array(projectSchema);

// Types

export type ProjectReference = z.infer<typeof projectReferenceSchema>;
export type MinimalProject = z.infer<typeof minimalProjectSchema>;
export type Project = z.infer<typeof projectSchema>;

/** Which projects to list; the server honours one criterion at a time (projects.md §2). */
export type ProjectsScope = 'all' | 'member' | 'admin' | 'trackerAdmin';

// Queries

const criteria: Record<ProjectsScope, string | undefined> = {
  all: undefined,
  member: JSON.stringify({ is_member_of: true }),
  admin: JSON.stringify({ is_admin_of: true }),
  trackerAdmin: JSON.stringify({ is_tracker_admin: true }),
};

/** Every project of `which` that the person may see, by ascending id: 50 a page is the server's largest (projects.md §2). */
export function projectsQuery(which: ProjectsScope) {
  return queryOptions({
    queryKey: [...scope(), 'projects', 'list', which],
    queryFn: ({ signal }) =>
      everyPage('projects', projectsSchema, (page) => page, {
        limit: 50,
        query: { query: criteria[which] },
        mayLeaveOut: true,
        signal,
      }),
  });
}

/** One project. 403 for a private or suspended one, 404 for an unknown one (projects.md §4). */
export function projectQuery(id: number) {
  return queryOptions({
    queryKey: [...scope(), 'projects', id],
    queryFn: async ({ signal }) =>
      (await request('GET', `projects/${id}`, projectSchema, { signal })).data,
  });
}
