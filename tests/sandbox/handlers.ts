import type { Handler, SiteHandler } from './model';
import { accessKeys } from './resources/accessKeys';
import { projectParts } from './resources/projectParts';
import { projects } from './resources/projects';
import { svn } from './resources/svn';
import { tokens } from './resources/tokens';
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
  projectParts,
];

/** Doors outside `/api`: `/uploads/…`, `/plugins/tracker/attachments/…`. */
export const siteHandlers: readonly SiteHandler[] = [];
