import type { SandboxGroup, SandboxTracker, SandboxUser } from '../model';
import type { Viewer } from './access';

/** The small objects that trackers and artifacts embed: project, tracker, user, group (recorded shapes). */

export function projectReference(viewer: Viewer, projectId: number) {
  const project = viewer.world.projects.get(projectId);
  return {
    id: projectId,
    uri: `projects/${projectId}`,
    label: project?.label ?? '',
    icon: project?.icon ?? '',
  };
}

/** `{id,uri,label,color,project}`: in links, parents and the answer to POST. */
export function trackerReference(viewer: Viewer, tracker: SandboxTracker) {
  return {
    id: tracker.id,
    uri: `trackers/${tracker.id}`,
    label: tracker.label,
    color: tracker.colorName,
    project: projectReference(viewer, tracker.projectId),
  };
}

/** The minimal representation of a tracker, as artifacts embed it. */
export function minimalTracker(
  viewer: Viewer,
  tracker: SandboxTracker,
  reasons: string[] | null = null,
) {
  return {
    id: tracker.id,
    uri: `trackers/${tracker.id}`,
    label: tracker.label,
    color_name: tracker.colorName,
    project: projectReference(viewer, tracker.projectId),
    cannot_create_reasons: reasons,
  };
}

const defaultAvatar = '/themes/common/images/avatar_default.png';

/** MinimalUser: without e-mail and status. */
export function minimalUser(viewer: Viewer, user: SandboxUser) {
  return {
    id: user.id,
    uri: `users/${user.id}`,
    user_url: `/users/${user.username}`,
    real_name: user.realName,
    display_name: `${user.realName} (${user.username})`,
    username: user.username,
    ldap_id: '',
    avatar_url: `${viewer.origin}${defaultAvatar}`,
    is_anonymous: false,
    has_avatar: false,
  };
}

export function fullUser(viewer: Viewer, user: SandboxUser) {
  return { ...minimalUser(viewer, user), email: user.email, status: user.status };
}

/** What an empty list of users shows instead of nothing. */
export function anonymousUser(viewer: Viewer) {
  return {
    id: null,
    uri: null,
    user_url: null,
    real_name: null,
    display_name: 'Anonymous user',
    username: null,
    ldap_id: null,
    avatar_url: `${viewer.origin}${defaultAvatar}`,
    is_anonymous: true,
    has_avatar: true,
    email: null,
    status: null,
  };
}

export function userById(viewer: Viewer, id: number): SandboxUser | undefined {
  return viewer.world.users.find((user) => user.id === id);
}

export function minimalUserById(viewer: Viewer, id: number) {
  const user = userById(viewer, id);
  return user ? minimalUser(viewer, user) : null;
}

const systemGroups: Readonly<Record<string, Pick<SandboxGroup, 'label' | 'shortName' | 'key'>>> = {
  '1': { label: 'Anonymous', shortName: 'all_users', key: 'ugroup_anonymous_users_name_key' },
  '2': {
    label: 'Registered users',
    shortName: 'registered_users',
    key: 'ugroup_registered_users_name_key',
  },
  '5': {
    label: 'Registered and restricted users',
    shortName: 'authenticated_users',
    key: 'ugroup_authenticated_users_name_key',
  },
};

/** MinimalUserGroup of a REST group id, undefined for a group that this project has not. */
export function minimalGroup(viewer: Viewer, projectId: number, id: string) {
  const group =
    systemGroups[id] ??
    viewer.world.projects.get(projectId)?.groups.find((candidate) => candidate.id === id);
  if (!group) return undefined;
  return {
    id,
    uri: `user_groups/${id}`,
    label: group.label,
    users_uri: `user_groups/${id}/users`,
    short_name: group.shortName,
    key: group.key,
  };
}

export function minimalGroups(viewer: Viewer, projectId: number, ids: readonly string[]) {
  return ids.flatMap((id) => minimalGroup(viewer, projectId, id) ?? []);
}
