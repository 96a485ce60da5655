import { platformOf } from '../auth';
import type {
  Call,
  SandboxArtifact,
  SandboxField,
  SandboxTracker,
  SandboxUser,
  World,
} from '../model';
import { currentValues } from './artifacts';
import { permissionField } from './fields';

/** Who looks at which world, and under which origin absolute links are written. */
export interface Viewer {
  world: World;
  user: SandboxUser | null;
  origin: string;
}

export function viewerOf(call: Pick<Call, 'world' | 'user' | 'request'>): Viewer {
  return { world: call.world, user: call.user, origin: new URL(call.request.url).origin };
}

/** Whether the viewer belongs to a group; `"1"` is everybody, `"2"` and `"5"` everybody who is signed in. */
export function isInGroup(viewer: Viewer, projectId: number, groupId: string): boolean {
  const { user } = viewer;
  if (groupId === '1') return true;
  if (!user) return false;
  if (groupId === '5') return true;
  if (groupId === '2') return user.status === 'A';
  const groups = viewer.world.projects.get(projectId)?.groups ?? [];
  return groups.some((group) => group.id === groupId && group.memberIds.includes(user.id));
}

function isInAny(viewer: Viewer, projectId: number, groupIds: readonly string[]): boolean {
  return groupIds.some((id) => isInGroup(viewer, projectId, id));
}

export function isTrackerAdmin(viewer: Viewer, tracker: SandboxTracker): boolean {
  if (viewer.user?.isSiteAdmin) return true;
  const groups = [`${tracker.projectId}_4`, ...tracker.adminGroupIds];
  return isInAny(viewer, tracker.projectId, groups);
}

export type ProjectAccess = 'yes' | 'no' | 'suspended';

/** Site administrators enter everywhere; a suspended project is closed to everybody else. */
export function projectAccess(viewer: Viewer, projectId: number): ProjectAccess {
  const project = viewer.world.projects.get(projectId);
  if (!project) return 'no';
  if (viewer.user?.isSiteAdmin) return 'yes';
  if (project.status === 'suspended') return 'suspended';
  if (project.status !== 'active') return 'no';
  const isMember = isInAny(viewer, projectId, [`${projectId}_3`, `${projectId}_4`]);
  if (isMember) return 'yes';
  if (!viewer.user) {
    const isPublic = project.access === 'public' || project.access === 'unrestricted';
    return isPublic && platformOf(viewer.world).isOpen ? 'yes' : 'no';
  }
  if (project.access === 'unrestricted') return 'yes';
  return project.access === 'public' && viewer.user.status === 'A' ? 'yes' : 'no';
}

export function canSeeTracker(viewer: Viewer, tracker: SandboxTracker): boolean {
  return projectAccess(viewer, tracker.projectId) === 'yes';
}

/** The permissions field restricts an artifact to its groups; tracker administrators see it anyway. */
export function canSeeArtifact(viewer: Viewer, artifact: SandboxArtifact): boolean {
  const tracker = viewer.world.trackers.get(artifact.trackerId);
  if (!tracker || artifact.isDeleted || !canSeeTracker(viewer, tracker)) return false;
  const field = permissionField(tracker);
  const granted = field && (currentValues(artifact).get(field.id) as readonly string[] | undefined);
  if (!granted || granted.length === 0) return true;
  return isTrackerAdmin(viewer, tracker) || isInAny(viewer, tracker.projectId, granted);
}

export type Right = 'read' | 'update' | 'create';

export function hasRight(
  viewer: Viewer,
  place: { tracker: SandboxTracker; field: SandboxField },
  right: Right,
): boolean {
  const groups = place.field.permissions[right];
  if (viewer.user?.isSiteAdmin && groups.length > 0) return true;
  return isInAny(viewer, place.tracker.projectId, groups);
}

/** The viewer's rights on a field, in the server's order. */
export function rightsOf(viewer: Viewer, tracker: SandboxTracker, field: SandboxField): Right[] {
  const all: readonly Right[] = ['read', 'update', 'create'];
  return all.filter((right) => hasRight(viewer, { tracker, field }, right));
}

/** The fields of a tracker that the viewer may read. */
export function readableFields(viewer: Viewer, tracker: SandboxTracker): SandboxField[] {
  return tracker.fields.filter((field) => hasRight(viewer, { tracker, field }, 'read'));
}
