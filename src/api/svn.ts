import { queryOptions } from '@tanstack/react-query';
import * as z from 'zod/mini';
import { everyPage } from './answers/paging';
import { noBody, request } from './client';
import { minimalProjectSchema } from './projects';
import { type PlannedWrite, send, type WriteFacts } from './requests/write';
import { scope } from './session';
import { minimalUserGroupSchema } from './userGroups';
import { minimalUserSchema } from './users';

// Schemas (svn.md §2)

export const repositorySchema = z.looseObject({
  id: z.int(),
  project: minimalProjectSchema,
  uri: z.string(),
  name: z.string(),
  svn_url: z.string(),
});

export const projectRepositoriesSchema = z.looseObject({
  repositories: z.array(repositorySchema),
});

const rulesSchema = z.looseObject({
  is_reference_mandatory: z.boolean(),
  is_commit_message_change_allowed: z.boolean(),
});

const tagsSchema = z.looseObject({
  paths: z.array(z.string()),
  whitelist: z.array(z.string()),
});

/** People and groups as objects: what is read is refused when it is sent back (svn.md §2). */
export const repositorySettingsSchema = z.looseObject({
  commit_rules: rulesSchema,
  immutable_tags: tagsSchema,
  /** The project's own part only; the server puts its default block before it. */
  access_file: z.string(),
  /** In no order that means something. */
  email_notifications: z.array(
    z.looseObject({
      path: z.string(),
      emails: z.array(z.string()),
      users: z.array(minimalUserSchema),
      user_groups: z.array(minimalUserGroupSchema),
    }),
  ),
  has_default_permissions: z.boolean(),
});

/** `settings` is absent for whoever may not administer the repository (svn/34). */
export const fullRepositorySchema = z.looseObject({
  ...repositorySchema.shape,
  settings: z.optional(repositorySettingsSchema),
});

/** One notification as it is sent: numbers of people, ids of groups. */
const notificationToSendSchema = z.object({
  path: z.string(),
  emails: z.array(z.string()),
  users: z.array(z.int()),
  user_groups: z.array(z.string()),
});

/**
 * What PUT takes: everything, as it replaces everything. `has_default_permissions` is optional to the server and means
 * `true` when it is left out (svn/60), so here it is required.
 */
export const settingsToSendSchema = z.object({
  commit_rules: z.object({
    is_reference_mandatory: z.boolean(),
    is_commit_message_change_allowed: z.boolean(),
  }),
  immutable_tags: z.object({ paths: z.array(z.string()), whitelist: z.array(z.string()) }),
  access_file: z.string(),
  email_notifications: z.array(notificationToSendSchema),
  has_default_permissions: z.boolean(),
});

// Types

export type Repository = z.infer<typeof repositorySchema>;
export type FullRepository = z.infer<typeof fullRepositorySchema>;
export type RepositorySettings = z.infer<typeof repositorySettingsSchema>;
export type NotificationToSend = z.infer<typeof notificationToSendSchema>;
export type SettingsToSend = z.infer<typeof settingsToSendSchema>;

/** A repository to make; `layout` are the directories of its first commit. */
export interface NewRepository {
  projectId: number;
  name: string;
  settings: SettingsToSend;
  layout: readonly string[];
}

// Queries

/** The Subversion repositories of a project, by name, without their settings. 404 when the plugin is off (svn.md §3). */
export function projectRepositoriesQuery(projectId: number) {
  return queryOptions({
    queryKey: [...scope(), 'svn', 'ofProject', projectId],
    queryFn: ({ signal }) =>
      everyPage(
        `projects/${projectId}/svn`,
        projectRepositoriesSchema,
        (page) => page.repositories,
        { limit: 50, mayLeaveOut: true, signal },
      ),
  });
}

/** One repository, with its settings for whoever administers it. 404 unknown, deleted or not to be seen (svn/35, 36, 55). */
export function repositoryQuery(id: number) {
  return queryOptions({
    queryKey: [...scope(), 'svn', 'repository', id],
    queryFn: ({ signal }) => readRepository(id, signal),
  });
}

/** The same read without the cache: what a save compares with must be fresh. */
export async function readRepository(id: number, signal?: AbortSignal): Promise<FullRepository> {
  return (await request('GET', `svn/${id}`, fullRepositorySchema, { signal })).data;
}

/** The repository of exactly this name, past the cache; undefined when the project has none (svn.md §1). */
export async function findRepository(
  projectId: number,
  name: string,
): Promise<Repository | undefined> {
  const path = `projects/${projectId}/svn`;
  const query = { query: JSON.stringify({ name }) };
  const { data } = await request('GET', path, projectRepositoriesSchema, { query });
  return data.repositories.find((repository) => repository.name === name);
}

// Writes

/** What `createRepository` sends. */
export function createRepositoryWrite(repository: NewRepository): PlannedWrite<FullRepository> {
  const { projectId, name, settings, layout } = repository;
  const body = { project_id: projectId, name, settings: { ...settings, layout } };
  const about = {
    name: `Repository ${name}`,
    changes: [{ label: 'Name', before: '', after: name }],
  };
  return { method: 'POST', path: 'svn', body, about, schema: fullRepositorySchema };
}

/**
 * Makes a repository and gives it as stored. 409 for a name that breaks the rule and for one that is taken, also by a
 * deleted repository (svn/15–21, 57); 403 for whoever is not SVN admin; 400 for settings.
 */
export async function createRepository(repository: NewRepository): Promise<FullRepository> {
  return (await send(createRepositoryWrite(repository))).data;
}

/** What `putSettings` sends. */
export function putSettingsWrite(
  id: number,
  settings: SettingsToSend,
): PlannedWrite<FullRepository> {
  return {
    method: 'PUT',
    path: `svn/${id}`,
    body: { settings },
    isRepeated: false,
    about: null,
    schema: fullRepositorySchema,
  };
}

/**
 * Replaces all settings; there is no precondition (reliability M4), so `saving/svn` reads before and after.
 * Gives the settings as stored. 403 not SVN admin, 404 deleted meanwhile, 400 with the first rule that was broken.
 */
export async function putSettings(id: number, settings: SettingsToSend): Promise<FullRepository> {
  return (await send(putSettingsWrite(id, settings))).data;
}

/** What `deleteRepository` sends. */
export function deleteRepositoryWrite(
  id: number,
  about: WriteFacts = { name: `Repository ${id}` },
): PlannedWrite<undefined> {
  return { method: 'DELETE', path: `svn/${id}`, about, schema: noBody };
}

/** Queues the deletion (202). 400 when it already is queued, 403 not SVN admin, 404 gone (svn/52–56). */
export async function deleteRepository(id: number, about?: WriteFacts): Promise<void> {
  await send(deleteRepositoryWrite(id, about));
}
