import { queryOptions } from '@tanstack/react-query';
import * as z from 'zod/mini';
import { request } from './client';
import { scope } from './session';

// Schemas (projects.md §1: MinimalUserGroup)

/** `id` is text: `"101_3"` for a dynamic group of project 101, `"102"` for a static one. */
export const minimalUserGroupSchema = z.looseObject({
  id: z.string(),
  uri: z.string(),
  label: z.string(),
  users_uri: z.string(),
  short_name: z.string(),
  key: z.string(),
});

export const projectUserGroupsSchema = z.array(minimalUserGroupSchema);

// Types

export type MinimalUserGroup = z.infer<typeof minimalUserGroupSchema>;

// Queries

/** The user groups of a project: members, admins, the other role groups, then its own. The route has no pages. */
export function projectUserGroupsQuery(projectId: number) {
  return queryOptions({
    queryKey: [...scope(), 'userGroups', 'ofProject', projectId],
    queryFn: async ({ signal }) =>
      (
        await request('GET', `projects/${projectId}/user_groups`, projectUserGroupsSchema, {
          signal,
        })
      ).data,
  });
}
