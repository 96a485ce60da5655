import { blueprint } from './blueprint/blueprint';
import type { Handler, SiteHandler } from './model';
import { accessKeys } from './resources/accessKeys';
import { artifacts } from './resources/artifacts';
import { artifactWrites } from './resources/artifactWrites';
import { downloads } from './resources/attachments/downloads';
import { files } from './resources/attachments/files';
import { temporaryFileRoutes } from './resources/attachments/temporaryFiles';
import { uploads } from './resources/attachments/uploads';
import { changesets } from './resources/changesets';
import { projectParts } from './resources/projectParts';
import { projects } from './resources/projects';
import { reports } from './resources/reports';
import { svn } from './resources/svn';
import { tokens } from './resources/tokens';
import { trackerFields } from './resources/trackerFields';
import { trackers } from './resources/trackers';
import { transitions } from './resources/transitions';
import { userGroups } from './resources/userGroups';
import { users } from './resources/users';
import { version } from './resources/version';

/** Every resource below `/api`; the first that answers wins. What nobody answers is a 501 (or the real 404). */
export const handlers: readonly Handler[] = [
  version,
  tokens,
  accessKeys,
  users,
  userGroups,
  projects,
  svn,
  trackers,
  artifacts,
  artifactWrites,
  changesets,
  files,
  temporaryFileRoutes,
  trackerFields,
  transitions,
  reports,
  projectParts,
];

/** Doors outside `/api`: `/uploads/…`, `/plugins/tracker/attachments/…`, `/blueprint-api/…` (another product's server). */
export const siteHandlers: readonly SiteHandler[] = [uploads, downloads, blueprint];
