import type * as z from 'zod/mini';
import { createdArtifactSchema } from '~/api/artifacts/create';
import { artifactCollectionSchema, artifactSchema, linkNaturesSchema } from '~/api/artifacts/read';
import { changesetsSchema } from '~/api/changesets/read';
import { noBody } from '~/api/client';
import { fileChunkSchema, fileInfoSchema } from '~/api/files';
import { projectSchema, projectsSchema } from '~/api/projects';
import { tokenSchema } from '~/api/signIn/tokens';
import { versionSchema } from '~/api/signIn/version';
import { fullRepositorySchema, projectRepositoriesSchema } from '~/api/svn';
import { temporaryFilesSchema } from '~/api/temporaryFiles';
import { trackerArtifactsSchema } from '~/api/trackerArtifacts';
import { projectTrackersSchema, trackerSchema } from '~/api/trackers';
import { membershipIdsSchema, projectUserGroupsSchema } from '~/api/userGroups';
import { personSchema, selfSchema, usersSchema } from '~/api/users';
import type { Recording } from './recordings';

/** A route that the app asks, with the schema it parses the answer with. */
export interface Route {
  name: string;
  method: string;
  path: RegExp;
  schema: z.ZodMiniType;
  /** Tells apart what one path answers in two ways. */
  isMeant?(recording: Recording): boolean;
}

function route(name: string, schema: z.ZodMiniType): Route {
  const [method = '', path = ''] = name.split(' /');
  const pattern = path.replaceAll(':id', '\\d+').replaceAll(':token', '[^/]+');
  return { name, method, path: new RegExp(`^${pattern}$`), schema };
}

/** A trial that makes nothing and answers nothing. */
const dryRun: Route = {
  ...route('POST /projects', noBody),
  name: 'POST /projects?dry_run=true',
  isMeant: ({ query }) => query.get('dry_run') === 'true',
};

/** The one of several forms that the app asks for. */
const ownGroups: Route = {
  ...route('GET /users/:id/membership', membershipIdsSchema),
  isMeant: ({ query }) => query.get('format') === 'id',
};

export const routes: readonly Route[] = [
  route('GET /version', versionSchema),
  route('POST /tokens', tokenSchema),
  route('DELETE /tokens/:token', noBody),
  route('GET /users', usersSchema),
  route('GET /users/self', selfSchema),
  route('GET /users/:id', personSchema),
  ownGroups,
  route('GET /projects', projectsSchema),
  dryRun,
  route('POST /projects', projectSchema),
  route('GET /projects/:id', projectSchema),
  route('GET /projects/:id/user_groups', projectUserGroupsSchema),
  route('GET /projects/:id/svn', projectRepositoriesSchema),
  route('GET /projects/:id/trackers', projectTrackersSchema),
  route('GET /trackers/:id', trackerSchema),
  route('GET /trackers/:id/artifacts', trackerArtifactsSchema),
  route('GET /artifacts', artifactCollectionSchema),
  route('GET /artifacts/:id', artifactSchema),
  route('GET /artifacts/:id/links', linkNaturesSchema),
  route('GET /artifacts/:id/changesets', changesetsSchema),
  route('POST /artifacts', createdArtifactSchema),
  route('PUT /artifacts/:id', noBody),
  route('DELETE /artifacts/:id', noBody),
  route('GET /artifact_files/:id', fileChunkSchema),
  route('GET /artifact_temporary_files', temporaryFilesSchema),
  route('GET /artifact_temporary_files/:id', fileChunkSchema),
  route('POST /artifact_temporary_files', fileInfoSchema),
  route('PUT /artifact_temporary_files/:id', fileInfoSchema),
  route('DELETE /artifact_temporary_files/:id', noBody),
  route('POST /svn', fullRepositorySchema),
  route('GET /svn/:id', fullRepositorySchema),
  route('PUT /svn/:id', fullRepositorySchema),
  route('DELETE /svn/:id', noBody),
];

/** The route of a recorded question; undefined for what the app never asks. */
export function routeOf(recording: Recording): Route | undefined {
  const { method, path } = recording;
  return path === null
    ? undefined
    : routes.find(
        (candidate) =>
          candidate.method === method &&
          candidate.path.test(path) &&
          (candidate.isMeant?.(recording) ?? true),
      );
}
