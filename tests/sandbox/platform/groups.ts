import type { SandboxGroup } from '../model';

/** The dynamic groups that every project has, by their number (projects.md §1); 11 has no translated label. */
const dynamic = [
  ['3', 'Project members', 'project_members', 'ugroup_project_members_name_key'],
  ['4', 'Project administrators', 'project_admins', 'ugroup_project_admins_name_key'],
  ['11', 'file_manager_admins', 'file_manager_admins', 'ugroup_file_manager_admin_name_key'],
  ['14', 'Wiki administrators', 'wiki_admins', 'ugroup_wiki_admin_name_key'],
] as const;

/** The four dynamic groups of a project; admins are members too. */
export function projectGroups(
  projectId: number,
  people: { members: readonly number[]; admins: readonly number[] },
): SandboxGroup[] {
  const members = [...new Set([...people.members, ...people.admins])];
  return dynamic.map(([number, label, shortName, key]) => ({
    id: `${projectId}_${number}`,
    projectId,
    label,
    shortName,
    key,
    memberIds: number === '3' ? members : number === '4' ? [...new Set(people.admins)] : [],
  }));
}
