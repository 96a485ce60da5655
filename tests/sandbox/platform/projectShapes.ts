import { refuse } from '../http';
import type { SandboxGroup, SandboxProject } from '../model';
import { isInGroup, projectAccess, type Viewer } from '../tracker/access';
import { minimalGroup } from '../tracker/references';

/** MinimalProject (projects.md §1); `label` begins with the icon when there is one. */
export function minimalProject(project: SandboxProject) {
  return {
    id: project.id,
    uri: `projects/${project.id}`,
    label: project.icon === '' ? project.label : `${project.icon} ${project.label}`,
    label_without_icon: project.label,
    shortname: project.shortname,
    status: project.status,
    access: project.access,
    is_template: project.isTemplate,
  };
}

/** The fields that this platform asks of every project (`GET /project_fields`). */
export const projectFields = [
  {
    id: 1,
    name: 'Cost centre',
    rank: 10,
    is_required: false,
    description: 'Who pays, as finance knows it.',
    type: 'text',
  },
  {
    id: 2,
    name: 'Customer',
    rank: 20,
    is_required: false,
    description: 'Name of the customer, or "internal".',
    type: 'text',
  },
] as const;

/** Only where trackers of the seed plan releases: an object, and `[]` everywhere else (PHP's empty array). */
function additionalInformations(viewer: Viewer, project: SandboxProject): unknown {
  const milestones = viewer.world.trackers.get(83);
  if (project.id !== 122 || !milestones) return [];
  const reference = { id: project.id, uri: `projects/${project.id}`, icon: project.icon };
  return {
    agiledashboard: {
      root_planning: {
        id: 1,
        uri: 'route-not-yet-implemented',
        label: 'Release planning',
        project: { ...reference, label: null },
        milestone_tracker: {
          id: milestones.id,
          uri: `trackers/${milestones.id}`,
          label: milestones.label,
          color: milestones.colorName,
          project: { ...reference, label: project.label },
        },
        backlog_trackers: [{ id: 81, uri: 'trackers/81' }],
        milestones_uri: 'plannings/1/milestones',
      },
    },
  };
}

/** Project: what the list and `GET /projects/:id` give. */
export function fullProject(viewer: Viewer, project: SandboxProject) {
  return {
    ...minimalProject(project),
    resources: project.services.map((type) => ({ type, uri: `projects/${project.id}/${type}` })),
    additional_informations: additionalInformations(viewer, project),
    is_member_of: isMember(viewer, project),
    description: project.description,
    additional_fields: projectFields.map(({ id, name }) => ({
      name,
      value: project.fieldValues?.[id] ?? '',
    })),
    icon: project.icon,
  };
}

/** UserGroup of `GET /user_groups/:id`. */
export function fullGroup(viewer: Viewer, project: SandboxProject, group: SandboxGroup) {
  return {
    ...minimalGroup(viewer, project.id, group.id),
    project: minimalProject(project),
    additional_information: [],
  };
}

export function isMember(viewer: Viewer, project: SandboxProject): boolean {
  return isInGroup(viewer, project.id, `${project.id}_3`);
}

/** Administrator of this very project. */
export function isOwnAdmin(viewer: Viewer, project: SandboxProject): boolean {
  return isInGroup(viewer, project.id, `${project.id}_4`);
}

/** May administer it: its administrators and those of the site. */
export function mayAdminister(viewer: Viewer, project: SandboxProject): boolean {
  return viewer.user?.isSiteAdmin === true || isOwnAdmin(viewer, project);
}

/**
 * The project of that id, or the refusals of `GET /projects/:id`: 404 for an unknown or pending one, 403 with words
 * for a suspended or deleted one, 403 without for a private one (projects/26–30).
 */
export function projectOrRefuse(viewer: Viewer, id: number): SandboxProject {
  const project = viewer.world.projects.get(id);
  if (!project) return refuse(404, 'Project does not exist');
  if (viewer.user?.isSiteAdmin) return project;
  if (project.status === 'pending') return refuse(404, 'Project does not exist');
  if (project.status === 'suspended') return refuse(403, 'This project is suspended');
  if (project.status === 'deleted') return refuse(403, 'This project is deleted');
  return projectAccess(viewer, id) === 'yes' ? project : refuse(403);
}
