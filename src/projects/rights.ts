import type { Project } from '~/api/projects';

/** Ids of the projects in which the person may do something; undefined while that is not known. */
export interface KnownRights {
  admin: ReadonlySet<number> | undefined;
  trackerAdmin: ReadonlySet<number> | undefined;
}

/** What the person is in a project, in words; `''` when they are nothing there, or while it is not known. */
export function myRights(project: Project, rights: KnownRights): string {
  if (rights.admin?.has(project.id)) return 'Project admin';
  if (rights.trackerAdmin?.has(project.id)) return 'Tracker admin';
  return project.is_member_of ? 'Member' : '';
}
