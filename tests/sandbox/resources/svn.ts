import { json, pageHeaders, readPage, refuse, reject, textParam } from '../http';
import type { Call, SandboxProject, SandboxRepository } from '../model';
import { mayAdminister, minimalProject, projectOrRefuse } from '../platform/projectShapes';
import {
  checkSettings,
  defaultSettings,
  readPostSettings,
  readPutSettings,
  storedSettings,
} from '../platform/svnSettings';
import { bodyOf, integer, isFields, object, text } from '../platform/validate';
import { projectAccess, type Viewer, viewerOf } from '../tracker/access';
import { minimalGroups, minimalUserById } from '../tracker/references';
import { servicesOf } from './projectParts';

const NAME = /^[a-zA-Z][A-Za-z0-9-_.]{2,254}$/;

function shape(viewer: Viewer, project: SandboxProject, repository: SandboxRepository) {
  return {
    id: repository.id,
    project: minimalProject(project),
    uri: `svn/${repository.id}`,
    name: repository.name,
    svn_url: `${viewer.origin}/svnplugin/${project.shortname}/${repository.name}`,
  };
}

/** Notifications come by path, not in the order in which they were sent (svn/12). */
function settingsShape(viewer: Viewer, project: SandboxProject, repository: SandboxRepository) {
  const { settings } = repository;
  const byPath = [...settings.notifications].sort((a, b) => (a.path < b.path ? -1 : 1));
  return {
    commit_rules: {
      is_reference_mandatory: settings.isReferenceMandatory,
      is_commit_message_change_allowed: settings.isMessageChangeAllowed,
    },
    immutable_tags: { paths: settings.immutablePaths, whitelist: settings.immutableWhitelist },
    access_file: settings.accessFile,
    email_notifications: byPath.map(({ path, emails, users, groups }) => ({
      user_groups: minimalGroups(viewer, project.id, groups),
      users: users.map((id) => minimalUserById(viewer, id)),
      emails,
      path,
    })),
    has_default_permissions: settings.hasDefaultPermissions,
  };
}

/** `settings` is absent for whoever does not administer the repositories (svn/34). */
function fullShape(viewer: Viewer, project: SandboxProject, repository: SandboxRepository) {
  return {
    ...shape(viewer, project, repository),
    ...(mayAdminister(viewer, project)
      ? { settings: settingsShape(viewer, project, repository) }
      : {}),
  };
}

function nameQuery(call: Call): string | undefined {
  const query = textParam(call, 'query');
  if (query === undefined) return undefined;
  let parsed: unknown;
  try {
    parsed = JSON.parse(query);
  } catch {
    return reject('Query must be in Json');
  }
  const name = isFields(parsed) ? parsed.name : undefined;
  return typeof name === 'string' ? name : reject('You can only search on "name"');
}

/** No maximum is enforced, although the header announces 50 (svn/05). */
function listOf(call: Call): Response {
  const page = readPage(call, { default: 10, announcedMax: 50 });
  const name = nameQuery(call);
  const viewer = viewerOf(call);
  const project = projectOrRefuse(viewer, Number(call.parts[1]));
  const found = [...call.world.repositories.values()]
    .filter((one) => one.projectId === project.id && !one.isDeleted)
    .filter((one) => name === undefined || one.name === name)
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const cut = found.slice(page.offset, page.offset + page.limit);
  return json(
    { repositories: cut.map((one) => shape(viewer, project, one)) },
    { headers: pageHeaders(page, found.length) },
  );
}

function checkName(call: Call, project: SandboxProject, name: string): void {
  // The server's own fault, kept (svn/20).
  if (name.includes('/')) refuse(500);
  if (!NAME.test(name)) {
    refuse(
      409,
      'Repository name is invalid.  Must start by a letter, have a length of 3 characters minimum, only - _ . specials characters are allowed.',
    );
  }
  // The name of a deleted repository stays taken (svn/57).
  const isTaken = [...call.world.repositories.values()].some(
    (one) => one.projectId === project.id && one.name === name,
  );
  if (isTaken) refuse(409, 'Repository name is already used in this project.');
}

function create(call: Call): Response {
  const { world } = call;
  const body = isFields(call.body) ? call.body : {};
  const projectId = integer(body, 'project_id');
  const name = text(body, 'name');
  const hasSettings = body.settings !== undefined && body.settings !== null;
  const wanted = hasSettings ? readPostSettings(object(body, 'settings')) : defaultSettings;
  const viewer = viewerOf(call);
  const project = world.projects.get(projectId);
  if (!project) return refuse(400, 'Given project does not exist');
  if (!mayAdminister(viewer, project)) {
    return refuse(403, "User doesn't have permission to create a repository");
  }
  const service = servicesOf(world, project).find((one) => one.name === 'plugin_svn');
  if (!service?.isEnabled) return refuse(400, 'Project does not use SVN service');
  checkSettings(world, project, wanted);
  checkName(call, project, name);
  const id = world.nextId.repository++;
  const settings = storedSettings(world, project, structuredClone(wanted));
  const repository = { id, projectId, name, isDeleted: false, settings };
  world.repositories.set(id, repository);
  return json(fullShape(viewer, project, repository), { status: 201 });
}

interface Found {
  viewer: Viewer;
  project: SandboxProject;
  repository: SandboxRepository;
}

function find(call: Call): Found {
  const repository = call.world.repositories.get(Number(call.parts[1]));
  const project = repository && call.world.projects.get(repository.projectId);
  return repository && project
    ? { viewer: viewerOf(call), project, repository }
    : refuse(404, 'Repository not found');
}

function checkAdmin({ viewer, project }: Found): void {
  if (!mayAdminister(viewer, project)) refuse(403, 'User must be SVN admin to do this action');
}

/** Outsiders learn nothing, not even the words (svn/35). */
function read(call: Call): Response {
  const { viewer, project, repository } = find(call);
  if (repository.isDeleted) return refuse(404, 'Repository not found');
  const access = projectAccess(viewer, project.id);
  if (access === 'suspended') return refuse(403, 'This project is suspended');
  if (access === 'no') return refuse(404);
  return json(fullShape(viewer, project, repository));
}

/** Replaces every setting. `access_file` is the one key that the route itself misses (svn/39). */
function update(call: Call): Response {
  const fields = bodyOf(call.body, {
    name: 'settings',
    type: '\\Tuleap\\SVN\\REST\\v1\\SettingsPUTRepresentation',
  });
  const wanted = readPutSettings(fields);
  const found = find(call);
  const { viewer, project, repository } = found;
  if (repository.isDeleted) return refuse(404, 'Repository not found');
  checkAdmin(found);
  if (fields.access_file === undefined || fields.access_file === null) {
    return refuse(400, '`settings[access_file]` is required');
  }
  checkSettings(call.world, project, wanted);
  repository.settings = storedSettings(call.world, project, wanted);
  return json(fullShape(viewer, project, repository));
}

/** Queued, so 202; gone for every reader at once (svn/53–55). */
function remove(call: Call): Response {
  const found = find(call);
  checkAdmin(found);
  if (found.repository.isDeleted) return refuse(400, 'Repository already in queue for deletion');
  found.repository.isDeleted = true;
  return json(undefined, { status: 202 });
}

/** `GET /projects/:id/svn`, `POST /svn`, `GET`, `PUT` and `DELETE /svn/:id` (svn.md; recordings svn/). */
export function svn(call: Call): Response | undefined {
  const [first, second, third] = call.parts;
  if (first === 'projects' && third === 'svn') return listOf(call);
  if (first !== 'svn') return undefined;
  if (second === undefined) return create(call);
  if (call.method === 'PUT') return update(call);
  return call.method === 'DELETE' ? remove(call) : read(call);
}
