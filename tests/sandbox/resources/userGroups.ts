import {
  emptyOk,
  json,
  pageHeaders,
  readPage,
  refuse,
  reject,
  textParam,
  translatedProblem,
} from '../http';
import type { Call, SandboxGroup, SandboxProject, SandboxUser, World } from '../model';
import { fullGroup, mayAdminister, projectOrRefuse } from '../platform/projectShapes';
import { type Fields, integer, isFields, text } from '../platform/validate';
import { type Viewer, viewerOf } from '../tracker/access';
import { fullUser, minimalGroup } from '../tracker/references';

interface Place {
  project: SandboxProject;
  group: SandboxGroup;
}

/** `"122_3"`, `"131"` and `"122_131"` name a group; anything else is a 400 (projects/42, 43). */
function findGroup(world: World, id: string): Place | undefined {
  const match = /^(?:(\d+)_)?(\d+)$/.exec(id);
  if (!match) return reject(`Invalid ID format(${id})`);
  const [, projectId, number] = match;
  for (const project of world.projects.values()) {
    if (projectId !== undefined && project.id !== Number(projectId)) continue;
    const group = project.groups.find(
      (candidate) => candidate.id === id || candidate.id === number,
    );
    if (group) return { project, group };
  }
  return undefined;
}

function groupOrRefuse(call: Call): Place {
  const place = findGroup(call.world, call.parts[1] ?? '');
  return place ?? refuse(404, 'User Group does not exist');
}

/** The groups of the whole platform have no list of people (projects/41). */
const isPlatformGroup = (id: string): boolean => /^([125]|\d+_[125])$/.test(id);

function byIdentifier(world: World, query: string): SandboxUser {
  let identifier: unknown;
  try {
    const parsed: unknown = JSON.parse(query);
    identifier = isFields(parsed) ? parsed.identifier : undefined;
  } catch {
    return reject('Query must be in Json');
  }
  if (identifier === undefined) return reject('You can only search on "identifier"');
  const user = world.users.find(
    ({ username, email }) => username === identifier || email === identifier,
  );
  return user ?? refuse(400, 'Unable to find user');
}

function listUsers(call: Call): Response {
  const page = readPage(call, { default: 10, max: 50 });
  if (isPlatformGroup(call.parts[1] ?? '')) return refuse(404);
  const { project, group } = groupOrRefuse(call);
  const viewer = viewerOf(call);
  projectOrRefuse(viewer, project.id);
  if (!mayAdminister(viewer, project)) return refuse(403);
  const query = textParam(call, 'query');
  const only = query === undefined ? undefined : byIdentifier(call.world, query);
  const users = call.world.users
    .filter(({ id }) => group.memberIds.includes(id) && (!only || only.id === id))
    .sort((a, b) => (a.username < b.username ? -1 : 1));
  return json(
    users.slice(page.offset, page.offset + page.limit).map((user) => fullUser(viewer, user)),
    { headers: pageHeaders(page, users.length) },
  );
}

const KEYS = ['id', 'username', 'email', 'ldap_id'] as const;
type Key = (typeof KEYS)[number];

function referenceKey(reference: unknown): Key {
  const keys = isFields(reference) ? Object.keys(reference) : [];
  const key = KEYS.find((known) => known === keys[0]);
  if (keys.length !== 1 || !key) return reject('Invalid format provided for "user_references"');
  return key;
}

/** As PHP prints the object that it did not find (projects/46). */
function printed(key: Key, value: unknown): string {
  const lines = KEYS.map((name) => `    [${name}] => ${name === key ? value : ''}`).join('\n');
  return `Tuleap\\Project\\REST\\UserRESTReferenceRepresentation Object\n(\n${lines}\n)\n`;
}

function referencedUser(world: World, reference: Fields): SandboxUser {
  const key = referenceKey(reference);
  const value = reference[key];
  const found = world.users.filter((user) => {
    if (key === 'id') return user.id === Number(value);
    return key === 'email' ? user.email === value : key === 'username' && user.username === value;
  });
  if (found.length > 1) return refuse(400, `More than one user use the email address ${value}`);
  return found[0] ?? refuse(400, `User with reference ${printed(key, value)} not known`);
}

function references(body: unknown): Fields[] {
  const list = isFields(body) ? body.user_references : body;
  if (list === undefined) return reject('`user_references` is required.');
  if (!Array.isArray(list)) return reject('Invalid value specified for `user_references`');
  const keys = new Set(list.map(referenceKey));
  if (keys.size > 1) return reject('References have to use the same type');
  return list.filter(isFields);
}

/** Replaces the members of a group. Who leaves the project leaves its groups; who joins a group joins it. */
function replaceUsers(call: Call): Response {
  const wanted = references(call.body);
  const { project, group } = groupOrRefuse(call);
  if (!mayAdminister(viewerOf(call), project)) return refuse(403, 'Permission Denied');
  const isFixed = group.id.includes('_') && !/_[34]$/.test(group.id);
  if (isFixed) return refuse(404);
  group.memberIds = [
    ...new Set(wanted.map((reference) => referencedUser(call.world, reference).id)),
  ];
  const members = project.groups.find(({ id }) => id === `${project.id}_3`);
  if (!members) return emptyOk();
  if (members === group) {
    for (const other of project.groups) {
      if (other !== group) {
        other.memberIds = other.memberIds.filter((id) => group.memberIds.includes(id));
      }
    }
  } else members.memberIds = [...new Set([...members.memberIds, ...group.memberIds])];
  return emptyOk();
}

function createGroup(call: Call): Response {
  const fields = isFields(call.body) ? call.body : {};
  const projectId = integer(fields, 'project_id');
  const name = text(fields, 'short_name');
  const viewer = viewerOf(call);
  const project = projectOrRefuse(viewer, projectId);
  if (!mayAdminister(viewer, project)) return refuse(403);
  if (!/^[A-Za-z0-9_-]+$/.test(name)) {
    return refuse(400, `Invalid group name: ${name}. Please use only alphanumerical characters.`);
  }
  if (project.groups.some(({ shortName }) => shortName.toLowerCase() === name.toLowerCase())) {
    const text = 'User group already exists in this project. Please choose another name.';
    return refuse(400, text);
  }
  const id = String(call.world.nextId.group++);
  const group = { id, projectId, label: name, shortName: name, key: name, memberIds: [] };
  project.groups.push(group);
  return json(fullGroup(viewer, project, group), { status: 201 });
}

/** On a platform that is closed to the anonymous, the flag for system groups adds none (projects/32). */
function groupsOfProject(viewer: Viewer, call: Call): Response {
  const query = textParam(call, 'query');
  if (query !== undefined && !isSystemQuery(query)) {
    const text = 'You can only search on "with_system_user_groups": true or false';
    return translatedProblem(400, text);
  }
  const project = projectOrRefuse(viewer, Number(call.parts[1]));
  return json(
    project.groups.map(({ id }) => ({
      ...minimalGroup(viewer, project.id, id),
      additional_information: [],
    })),
  );
}

function isSystemQuery(query: string): boolean {
  try {
    const parsed: unknown = JSON.parse(query);
    return isFields(parsed) && typeof parsed.with_system_user_groups === 'boolean';
  } catch {
    return false;
  }
}

/** `GET /projects/:id/user_groups`, `POST /user_groups`, `GET /user_groups/:id`, `GET` and `PUT …/users`. */
export function userGroups(call: Call): Response | undefined {
  const [first, id, part] = call.parts;
  const viewer = viewerOf(call);
  if (first === 'projects' && part === 'user_groups') return groupsOfProject(viewer, call);
  if (first !== 'user_groups') return undefined;
  if (id === undefined) return createGroup(call);
  if (part === 'users') return call.method === 'PUT' ? replaceUsers(call) : listUsers(call);
  const { project, group } = groupOrRefuse(call);
  projectOrRefuse(viewer, project.id);
  return json(fullGroup(viewer, project, group));
}
