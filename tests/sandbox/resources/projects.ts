import { emptyOk, json, pageHeaders, readPage, refuse, reject, textParam } from '../http';
import type { Call, SandboxProject } from '../model';
import { createProject } from '../platform/newProject';
import { fullProject, isMember, isOwnAdmin, projectOrRefuse } from '../platform/projectShapes';
import { isFields, text } from '../platform/validate';
import { isTrackerAdmin, projectAccess, type Viewer, viewerOf } from '../tracker/access';

/** What SQL counts (`listed`) and what PHP then leaves out of the page (`kept`): why a page can be short. */
interface Selection {
  listed: SandboxProject[];
  kept?: (project: SandboxProject) => boolean;
}

type Criterion = (viewer: Viewer, value: unknown, active: SandboxProject[]) => Selection;

const isSeen = (viewer: Viewer, project: SandboxProject): boolean =>
  projectAccess(viewer, project.id) === 'yes';

const byShortname: Criterion = (viewer, value, active) => ({
  listed: active.filter((project) => project.shortname === value && isSeen(viewer, project)),
});

/** Every project that the person may enter is counted, those without an own tracker are left out (projects/17). */
const byTrackerAdmin: Criterion = (viewer, value, active) => {
  if (value !== true) {
    reject(
      "Searching for projects you are not administrator of at least one tracker is not supported. Use 'is_tracker_admin': true",
    );
  }
  const administered = new Set(
    [...viewer.world.trackers.values()]
      .filter((tracker) => isTrackerAdmin(viewer, tracker))
      .map(({ projectId }) => projectId),
  );
  return {
    listed: active.filter((project) => isSeen(viewer, project)),
    kept: ({ id }) => administered.has(id),
  };
};

const STATUSES = ['active', 'pending', 'suspended', 'deleted', 'system'];

const byStatus: Criterion = (viewer, value) => {
  if (!viewer.user?.isSiteAdmin) {
    refuse(403, "You don't have enough rights to perform a query using 'with_status'");
  }
  if (!STATUSES.includes(String(value))) reject(`Please provide a valid project status: ${value}`);
  return { listed: inOrder(viewer).filter(({ status }) => status === value) };
};

const byMembership: Criterion = (viewer, value, active) => {
  if (value !== true) {
    reject(
      "Searching for projects you are not member of is not supported. Use 'is_member_of': true",
    );
  }
  return { listed: active.filter((project) => isMember(viewer, project)) };
};

/** `false` does the same as `true` (projects/16). */
const byAdministration: Criterion = (viewer, _, active) => ({
  listed: active.filter((project) => isOwnAdmin(viewer, project)),
});

/** In the order in which the server looks: the first that is present wins, the others do not count (projects/21). */
const criteria: readonly (readonly [key: string, find: Criterion])[] = [
  ['shortname', byShortname],
  ['is_tracker_admin', byTrackerAdmin],
  ['with_status', byStatus],
  ['is_member_of', byMembership],
  ['is_admin_of', byAdministration],
];

function inOrder(viewer: Viewer): SandboxProject[] {
  return [...viewer.world.projects.values()].sort((a, b) => a.id - b.id);
}

/**
 * Without criterion: the public ones and one's own. A project that is private only to restricted people counts as
 * not private in SQL, and is then left out for whoever may not enter.
 */
function everything(viewer: Viewer, active: SandboxProject[]): Selection {
  const isRestricted = viewer.user?.status === 'R';
  const isListed = (project: SandboxProject): boolean =>
    viewer.user?.isSiteAdmin === true ||
    isMember(viewer, project) ||
    (isRestricted ? project.access === 'unrestricted' : project.access !== 'private');
  return {
    listed: active.filter(isListed),
    kept: (project) => isSeen(viewer, project),
  };
}

function select(viewer: Viewer, query: string | undefined): Selection {
  const active = inOrder(viewer).filter(({ id, status }) => id > 100 && status === 'active');
  if (query === undefined) return everything(viewer, active);
  const wanted = parsedQuery(query);
  const found = criteria.find(([key]) => key in wanted);
  if (!found) {
    return reject(
      "You can only search on 'shortname', 'is_member_of': true, 'is_admin_of': true,  'is_tracker_admin': true, 'with_status'. If the query is valid, your plugin is maybe not installed.",
    );
  }
  const [key, find] = found;
  return find(viewer, wanted[key], active);
}

function parsedQuery(query: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(query);
    if (isFields(value)) return value;
  } catch {
    // Falls through to the one text that the server has for both.
  }
  return reject('query parameter must be a json object or empty');
}

function listProjects(call: Call): Response {
  const page = readPage(call, { default: 10, max: 50, min: 0 });
  const viewer = viewerOf(call);
  const { listed, kept } = select(viewer, textParam(call, 'query'));
  const cut = listed.slice(page.offset, page.offset + page.limit);
  return json(
    (kept ? cut.filter(kept) : cut).map((project) => fullProject(viewer, project)),
    { headers: pageHeaders(page, listed.length) },
  );
}

function changeStatus(call: Call, id: number): Response {
  const body = isFields(call.body) ? call.body : {};
  const status = text(body, 'status', 'patch_resource');
  if (status !== 'active' && status !== 'suspended') {
    return reject(
      'Invalid value specified for `patch_resource[status]`. Expected one of (active,suspended).',
    );
  }
  const project = call.world.projects.get(id);
  if (!call.user?.isSiteAdmin) {
    return refuse(403, 'You are not allowed to change the status of a project');
  }
  if (!project) return refuse(404, 'Project does not exist');
  if (id <= 100) return refuse(403, 'You cannot change the status of a system project');
  if (project.status === 'deleted') return refuse(403, 'A deleted project cannot be reactivated.');
  project.status = status;
  return emptyOk();
}

/** `GET` and `POST /projects`, `GET` and `PATCH /projects/:id` (projects.md §2–4). */
export function projects(call: Call): Response | undefined {
  const [first, second] = call.parts;
  if (first !== 'projects' || call.parts.length > 2) return undefined;
  if (second === undefined) return call.method === 'GET' ? listProjects(call) : createProject(call);
  const id = Number(second);
  if (call.method === 'PATCH') return changeStatus(call, id);
  const viewer = viewerOf(call);
  return json(fullProject(viewer, projectOrRefuse(viewer, id)));
}
