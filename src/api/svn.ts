import { queryOptions } from '@tanstack/react-query';
import * as z from 'zod/mini';
import { everyPage } from './answers/paging';
import { minimalProjectSchema } from './projects';
import { scope } from './session';

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

// Types

export type Repository = z.infer<typeof repositorySchema>;

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
        { limit: 50, signal },
      ),
  });
}
