import type { OpenWorld } from '../sandbox/doors/node';
import { namedFaults } from '../sandbox/faults';
import type { SandboxProject, SandboxTracker, SandboxUser, World } from '../sandbox/model';

/** What the sandbox has for the roles that people and things play in the recordings. */
export interface Subjects {
  /** Administers a project with trackers, as the recorded person does. */
  admin: SandboxUser;
  /** Sees and may ask everything. */
  siteAdmin: SandboxUser;
  /** May sign in, and is not in the hidden project. */
  outsider: SandboxUser;
  projects: number[];
  trackers: number[];
  artifacts: number[];
  hidden: { project: number; tracker: number | undefined; artifact: number | undefined };
  /** Where an artifact can be created with a title alone. */
  simple: SandboxTracker;
}

const UNKNOWN = 99_999_999;

/** No thing has this id, in any world. */
export const unknownId = UNKNOWN;

function isMember(world: World, projectId: number, userId: number): boolean {
  const groups = world.projects.get(projectId)?.groups ?? [];
  return groups.some(({ memberIds }) => memberIds.includes(userId));
}

function idsOf<T extends { id: number }>(things: Iterable<T>, isMeant: (thing: T) => boolean) {
  return [...things].filter(isMeant).map(({ id }) => id);
}

function required<T>(thing: T | undefined, what: string): T {
  if (thing === undefined) throw new Error(`The sample world of the sandbox has no ${what}`);
  return thing;
}

function requiredCount({ fields }: SandboxTracker): number {
  return fields.filter(({ isRequired }) => isRequired).length;
}

/** Artifacts that fail on purpose say nothing about Tuleap. */
function isFaulty(id: number): boolean {
  return namedFaults.some(({ match }) => match.endsWith(` artifacts/${id}`));
}

/** Twenty of the ids, evenly spread, so that rare artifacts at either end are among them. */
function spread(ids: readonly number[]): number[] {
  const step = Math.max(1, Math.floor(ids.length / 20));
  return ids.filter((_, index) => index % step === 0);
}

function adminProject(world: World): { admin: SandboxUser; projectId: number } {
  for (const { projectId } of world.trackers.values()) {
    const group = world.projects.get(projectId)?.groups.find(({ id }) => id.endsWith('_4'));
    const admin = world.users.find(
      (user) => user.status === 'A' && !user.isSiteAdmin && group?.memberIds.includes(user.id),
    );
    if (admin) return { admin, projectId };
  }
  throw new Error('The sample world of the sandbox has no project admin');
}

/** Members only see a private project; restricted people also need membership in all but the unrestricted ones. */
function outsiderOf(world: World, { id, access }: SandboxProject): SandboxUser | undefined {
  const status = access.startsWith('private') ? 'A' : access === 'public' ? 'R' : undefined;
  return world.users.find(
    (user) => user.status === status && !user.isSiteAdmin && !isMember(world, id, user.id),
  );
}

/** A project, with trackers and artifacts if one has them, that somebody who may sign in cannot see. */
function hiddenThings(world: World): Pick<Subjects, 'outsider' | 'hidden'> {
  const found = [...world.projects.values()].flatMap((project) => {
    const outsider = project.status === 'active' ? outsiderOf(world, project) : undefined;
    if (!outsider) return [];
    const tracker = [...world.trackers.values()].find(({ projectId }) => projectId === project.id);
    const artifact = [...world.artifacts.values()].find(
      ({ id, trackerId }) => trackerId === tracker?.id && !isFaulty(id),
    );
    const hidden = { project: project.id, tracker: tracker?.id, artifact: artifact?.id };
    return [{ outsider, hidden }];
  });
  const whole = found.find(({ hidden }) => hidden.artifact !== undefined);
  return required(whole ?? found[0], 'project with an outsider');
}

/** A key for somebody whom the sample world gives none. */
function withKey(world: World, user: SandboxUser): SandboxUser {
  const isKnown = [...world.accessKeys.values()].some(
    ({ identifier }) => identifier === user.accessKey,
  );
  if (isKnown) return user;
  const id = world.nextId.accessKey++;
  const identifier = `tlp-k1-${id}.${'e'.repeat(64)}`;
  world.accessKeys.set(id, {
    id,
    userId: user.id,
    identifier,
    description: 'For the truth tests',
    scopes: ['write:rest'],
    createdAt: Math.floor(world.now() / 1000),
    expiresAt: null,
    lastUsedAt: null,
  });
  return { ...user, accessKey: identifier };
}

/** Looks the roles up in a fresh world; gives the outsider a key, should there be none. */
export function subjectsOf({ world }: OpenWorld): Subjects {
  const { outsider, hidden } = hiddenThings(world);
  const { admin, projectId } = adminProject(world);
  const trackers = [...world.trackers.values()].filter((one) => one.projectId === projectId);
  const ids = trackers.map(({ id }) => id);
  const artifacts = idsOf(
    world.artifacts.values(),
    ({ id, trackerId, isDeleted }) => ids.includes(trackerId) && !isDeleted && !isFaulty(id),
  );
  return {
    admin,
    siteAdmin: required(
      world.users.find((user) => user.isSiteAdmin && user.status === 'A'),
      'site admin',
    ),
    outsider: withKey(world, outsider),
    hidden,
    projects: idsOf(
      world.projects.values(),
      ({ id, status }) => status === 'active' && isMember(world, id, admin.id),
    ),
    trackers: ids,
    artifacts: spread(artifacts),
    simple: required(
      trackers
        .filter(({ semantics }) => semantics.title !== undefined)
        .sort((a, b) => requiredCount(a) - requiredCount(b))[0],
      'tracker with a title',
    ),
  };
}
