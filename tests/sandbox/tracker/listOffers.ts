import type { SandboxField, SandboxTracker, SandboxUser, World } from '../model';
import { artifactsOf, firstChangeset, lastChangeset } from './artifacts';

/** REST ids of the groups that feed a list of users: `"3"` is the members of this project. */
function sourceGroup(tracker: SandboxTracker, id: string): string {
  return /^\d{1,2}$/.test(id) ? `${tracker.projectId}_${id}` : id;
}

/** True for a list of everybody who has an account. */
export function offersEverybody(field: SandboxField): boolean {
  return field.bind?.type === 'users' && field.bind.groups.includes('2');
}

/** The people that a list bound to users offers; an empty binding offers everybody. */
export function offeredUsers(
  world: World,
  tracker: SandboxTracker,
  field: SandboxField,
): SandboxUser[] {
  if (field.type === 'subby' || field.type === 'luby') return authors(world, tracker, field.type);
  const sources = field.bind?.groups ?? [];
  if (sources.length === 0 || offersEverybody(field))
    return world.users.filter((user) => user.status !== 'S');
  const groups = world.projects.get(tracker.projectId)?.groups ?? [];
  const ids = new Set(
    sources.flatMap((source) => {
      const wanted = sourceGroup(tracker, source);
      return groups.find((group) => group.id === wanted)?.memberIds ?? [];
    }),
  );
  return world.users.filter((user) => ids.has(user.id));
}

const authorsByWorld = new WeakMap<World, Map<string, { count: number; users: SandboxUser[] }>>();

/** Everybody who submitted (or last touched) something here; read anew when artifacts were added. */
function authors(world: World, tracker: SandboxTracker, type: 'subby' | 'luby'): SandboxUser[] {
  const known = authorsByWorld.get(world) ?? new Map();
  authorsByWorld.set(world, known);
  const key = `${tracker.id} ${type}`;
  const cached = known.get(key);
  if (cached?.count === world.nextId.changeset) return cached.users;
  const sample = artifactsOf(world, tracker.id).slice(0, 400);
  const ids = new Set(
    sample.map((artifact) =>
      type === 'subby' ? firstChangeset(artifact).submittedBy : lastChangeset(artifact).submittedBy,
    ),
  );
  const users = world.users.filter((user) => ids.has(user.id));
  known.set(key, { count: world.nextId.changeset, users });
  return users;
}

/** Names of the two groups that a list may be fed from, as the server's `bindings.list` says them. */
export function bindingSources(world: World, tracker: SandboxTracker, field: SandboxField) {
  if (field.type === 'subby') return [{ id: 0, label: 'artifact_submitters' }];
  const names: Readonly<Record<string, string>> = {
    '2': 'registered_users',
    '3': 'project_members',
    '4': 'project_admins',
  };
  const groups = world.projects.get(tracker.projectId)?.groups ?? [];
  return (field.bind?.groups ?? []).map((id) =>
    names[id]
      ? { id: Number(id), label: names[id] }
      : { id, label: groups.find((group) => group.id === id)?.shortName ?? id },
  );
}
