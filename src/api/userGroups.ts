import { queryOptions } from '@tanstack/react-query';
import * as z from 'zod/mini';
import { totalSize } from './answers/paging';
import { request } from './client';
import { ApiError } from './error';
import { currentSession, scope } from './session';
import { type MinimalUser, usersSchema } from './users';

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

/** Ids as groups have them in projects (recorded: users/22). */
export const membershipIdsSchema = z.array(z.string());

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

/** The people of a group: the first ones, how many there are, and whether the signed-in person is one of them. */
export interface GroupPeople {
  people: readonly MinimalUser[];
  total: number;
  hasMe: boolean;
}

/** The largest page of the route (live-facts.md, Pagination). */
const PAGE = 50;

/** Not to be had by asking again: 403 for whoever does not administer the project, 404 for groups of the whole platform. */
function isNotShown(error: unknown): boolean {
  return (
    error instanceof ApiError &&
    (error.kind === 'blocked' || error.status === 403 || error.status === 404)
  );
}

/**
 * Who is in a group, by login; null where that is not shown to this person or this origin (projects.md §4). A group may
 * have thousands: of those the first page is read, and one question is asked about me.
 */
export function groupPeopleQuery(groupId: string) {
  return queryOptions({
    queryKey: [...scope(), 'userGroups', 'people', groupId],
    queryFn: async ({ signal }): Promise<GroupPeople | null> => {
      const ask = (query: Record<string, string | number>) =>
        request('GET', `user_groups/${groupId}/users`, usersSchema, { query, signal });
      const first = await ask({ limit: PAGE }).catch((error: unknown) => {
        if (isNotShown(error)) return null;
        throw error;
      });
      if (!first) return null;
      const { data: people, headers } = first;
      const total = totalSize(headers, people.length);
      const me = currentSession()?.person;
      const isMe = ({ id }: MinimalUser) => id === me?.id;
      if (people.some(isMe) || total <= people.length || !me) {
        return { people, total, hasMe: people.some(isMe) };
      }
      const identifier = JSON.stringify({ identifier: me.username });
      const { data: found } = await ask({ query: identifier, limit: 1 });
      return { people, total, hasMe: found.some(isMe) };
    },
    retry: false,
  });
}

/**
 * Ids of the groups of projects that the signed-in person belongs to, which everybody may ask about themselves
 * (projects.md §7). Not from another origin.
 */
export function ownGroupIdsQuery() {
  const me = currentSession()?.person.id ?? 0;
  return queryOptions({
    queryKey: [...scope(), 'userGroups', 'mine'],
    queryFn: async ({ signal }) =>
      (
        await request('GET', `users/${me}/membership`, membershipIdsSchema, {
          query: { scope: 'project', format: 'id' },
          signal,
        })
      ).data,
    retry: false,
  });
}
