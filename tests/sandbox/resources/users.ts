import { json, pageHeaders, readPage, refuse, reject, textParam } from '../http';
import type { Call, SandboxUser } from '../model';
import { ownArtifacts } from '../platform/ownArtifacts';
import { preferences } from '../platform/preferences';
import { fullGroup, isMember } from '../platform/projectShapes';
import { isFields } from '../platform/validate';
import { type Viewer, viewerOf } from '../tracker/access';
import { fullUser } from '../tracker/references';

/** The user that a path names: a number or `self`. */
export function userOfPath(call: Call, which = call.parts[1] ?? ''): SandboxUser {
  if (which === 'self') return call.user ?? refuse(401);
  if (!/^\d+$/.test(which)) return reject('Provided User Id is not well formed.');
  const user = call.world.users.find(({ id }) => id === Number(which));
  return user ?? refuse(404, 'User Id not found');
}

function exact(viewer: Viewer, query: string): SandboxUser[] {
  let wanted: unknown;
  try {
    wanted = JSON.parse(query);
  } catch {
    return reject('query parameter must be a json object or empty');
  }
  const { username, loginname, email } = isFields(wanted) ? wanted : {};
  if (username !== undefined && loginname !== undefined) {
    return reject('You cannot search on "username" and "loginname" at the same time');
  }
  const name = username ?? loginname;
  if (name === undefined && email === undefined) {
    return reject('You need to provide either a "username", "loginname" or "email"');
  }
  return viewer.world.users.filter((user) =>
    name === undefined ? user.email === email : user.username === name,
  );
}

function matching(viewer: Viewer, pattern: string): SandboxUser[] {
  const wanted = pattern.toLowerCase();
  return viewer.world.users
    .filter(({ username, realName, status }) => {
      return status !== 'S' && `${username}\n${realName}`.toLowerCase().includes(wanted);
    })
    .sort((a, b) => (a.username < b.username ? -1 : 1));
}

/** No maximum is enforced, and SIZE is only what was looked at so far (users/08–10). */
function search(call: Call): Response {
  const query = textParam(call, 'query');
  if (query === undefined) return reject('`query` is required.');
  if (query.length < 3) {
    return reject('Invalid value specified for `query`. Minimum 3 characters required.');
  }
  const page = readPage(call, { default: 10, announcedMax: 50 });
  const viewer = viewerOf(call);
  const found = query.startsWith('{') ? exact(viewer, query) : matching(viewer, query);
  const end = page.offset + page.limit;
  return json(
    found.slice(page.offset, end).map((user) => fullUser(viewer, user)),
    { headers: pageHeaders(page, Math.min(found.length, end)) },
  );
}

const MEMBERSHIP_NAMES: readonly [suffix: string, name: string][] = [
  ['3', 'project_members'],
  ['4', 'project_admin'],
  ['11', 'file_manager_admins'],
  ['14', 'wiki_admins'],
];

function membership(call: Call): Response {
  const user = userOfPath(call);
  const format = textParam(call, 'format') ?? 'literal';
  const isProjectScope = textParam(call, 'scope') === 'project';
  if (user.id !== call.user?.id && !call.user?.isSiteAdmin) {
    return refuse(403, "Cannot see other's membership");
  }
  // After that check (source: UserResource::getUserMembership).
  if (format !== 'literal' && !isProjectScope) {
    return refuse(400, 'format=id or format=full are only supported for project scope');
  }
  const viewer = { ...viewerOf(call), user };
  const projects = [...call.world.projects.values()].filter((project) => isMember(viewer, project));
  const places = projects.flatMap((project) =>
    project.groups
      .filter(({ memberIds }) => memberIds.includes(user.id))
      .map((group) => ({ project, group })),
  );
  // Dynamic groups project by project, then the static ones, as recorded.
  const dynamic = places.filter(({ group }) => group.id.includes('_'));
  const ordered = [...dynamic, ...places.filter(({ group }) => !group.id.includes('_'))];
  if (format === 'id') return json(ordered.map(({ group }) => group.id));
  if (format === 'full') {
    return json(ordered.map(({ project, group }) => fullGroup(viewer, project, group)));
  }
  const names = ordered.map(({ project, group }) => {
    const suffix = group.id.split('_')[1];
    const name = MEMBERSHIP_NAMES.find(([number]) => number === suffix)?.[1];
    return name === undefined ? `ug_${group.id}` : `${project.shortname}_${name}`;
  });
  const site = user.status === 'R' ? 'site_restricted' : 'site_active';
  return json(isProjectScope ? names : [site, ...names]);
}

const EDITABLE = ['status', 'email', 'real_name', 'username'] as const;

function change(call: Call): Response {
  const user = userOfPath(call);
  if (!call.user?.isSiteAdmin) return refuse(403, "Cannot update other's details");
  const values = isFields(call.body) ? call.body.values : undefined;
  if (!isFields(values)) return reject('`values` is required.');
  for (const key of EDITABLE) {
    const value = values[key];
    if (typeof value !== 'string') continue;
    if (key === 'email') user.email = value;
    else if (key === 'real_name') user.realName = value;
    else if (key === 'username') user.username = value;
    else if (value === 'A' || value === 'R' || value === 'S') user.status = value;
    else return refuse(400, `Invalid status: ${value}`);
  }
  return json(true);
}

/** `GET /users?query`, `GET` and `PATCH /users/:id`, and below it membership, preferences, artifacts. */
export function users(call: Call): Response | undefined {
  const [first, id, part] = call.parts;
  if (first !== 'users') return undefined;
  if (id === undefined) return search(call);
  if (part === undefined) {
    return call.method === 'PATCH'
      ? change(call)
      : json(fullUser(viewerOf(call), userOfPath(call)));
  }
  if (part === 'membership') return membership(call);
  if (part === 'preferences') return preferences(call);
  if (part === 'artifacts') return ownArtifacts(call);
  if (part === 'dashboards') return dashboards(call);
  return undefined;
}

function dashboards(call: Call): Response {
  const page = readPage(call, { default: 50, max: 50 });
  if (userOfPath(call).id !== call.user?.id) {
    return refuse(403, 'You can only access to your own dashboards');
  }
  const own = [{ id: 1, name: 'My dashboard' }];
  return json(own.slice(page.offset, page.offset + page.limit), {
    headers: pageHeaders(page, own.length),
  });
}
