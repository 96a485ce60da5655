/** The small sub-collections of a project (projects.md §5): services, labels, heartbeats, banner, wiki, fields. */
import { atom } from '../clock';
import {
  emptyOk,
  json,
  paged,
  pageHeaders,
  readPage,
  refuse,
  reject,
  translatedProblem,
} from '../http';
import type { Call, SandboxArtifact, SandboxProject, SandboxService, World } from '../model';
import { mayAdminister, projectFields, projectOrRefuse } from '../platform/projectShapes';
import { boolean, isFields } from '../platform/validate';
import { canSeeArtifact, type Viewer, viewerOf } from '../tracker/access';
import { artifactsOf, lastChangeset } from '../tracker/artifacts';
import { minimalUserById } from '../tracker/references';

/** Services as the web shows them; which are on follows from what the project announces. */
const catalogue = [
  ['summary', 'Dashboard', '/projects/:name', 'fas fa-tachometer-alt', ''],
  ['admin', 'Admin', '/project/admin/?group_id=:id', 'fas fa-cogs', ''],
  [
    'plugin_tracker',
    'Trackers',
    '/plugins/tracker/?group_id=:id',
    'fa-solid fa-tlp-tracker-circle',
    'trackers',
  ],
  ['plugin_svn', 'SVN', '/plugins/svn/?group_id=:id', 'fa-solid fa-tlp-versioning-svn', 'svn'],
  ['docman', 'Documents', '/plugins/document/:name/', 'fas fa-folder-open', 'docman_service'],
  ['file', 'Files', '/file/showfiles.php?group_id=:id', 'far fa-copy', 'frs_packages'],
] as const;

/** The services of a project; made on first use, then kept, because they can be switched. */
export function servicesOf(world: World, project: SandboxProject): SandboxService[] {
  const known = world.services.get(project.id);
  if (known) return known;
  const made = catalogue.map(([name, label, url, icon, resource]) => ({
    id: world.nextId.service++,
    name,
    label,
    url: url.replace(':id', String(project.id)).replace(':name', project.shortname),
    icon,
    isEnabled: resource === '' || project.services.includes(resource),
  }));
  world.services.set(project.id, made);
  return made;
}

function services(call: Call, project: SandboxProject): Response {
  const shapes = servicesOf(call.world, project).map((service) => ({
    id: service.id,
    uri: `project_services/${service.id}`,
    service_url: service.url,
    name: service.name,
    label: service.label,
    is_enabled: service.isEnabled,
    icon: service.icon,
    is_custom: false,
  }));
  return paged(call, shapes, { default: 10, max: 50 });
}

function switchService(call: Call): Response {
  const isEnabled = boolean(isFields(call.body) ? call.body : {}, 'is_enabled');
  const id = Number(call.parts[1]);
  for (const [projectId, known] of call.world.services) {
    const service = known.find((candidate) => candidate.id === id);
    const project = call.world.projects.get(projectId);
    if (!service || !project) continue;
    if (!mayAdminister(viewerOf(call), project)) return refuse(403);
    if (service.name === 'admin' || service.name === 'summary') {
      return translatedProblem(400, `You cannot disable the service ${service.label}.`);
    }
    service.isEnabled = isEnabled;
    return emptyOk();
  }
  return refuse(404);
}

function heartbeat(viewer: Viewer, artifact: SandboxArtifact) {
  const tracker = viewer.world.trackers.get(artifact.trackerId);
  const change = lastChangeset(artifact);
  const link = `<a class="direct-link-to-artifact" href="/plugins/tracker/?aid=${artifact.id}">`;
  const badge = `<span class="cross-ref-badge tlp-swatch-${tracker?.colorName ?? ''}">${tracker?.itemName ?? ''} #${artifact.id}</span>`;
  return {
    updated_at: atom(change.submittedOn),
    html_message: `${link}${badge}</a>`,
    icon: '',
    small_icon: '',
    icon_name: 'fa-solid fa-tlp-tracker',
    user: minimalUserById(viewer, change.submittedBy),
  };
}

function heartbeats(viewer: Viewer, project: SandboxProject): Response {
  const newest = [...viewer.world.trackers.values()]
    .filter(({ projectId }) => projectId === project.id)
    .flatMap(({ id }) => artifactsOf(viewer.world, id))
    .sort((a, b) => lastChangeset(b).submittedOn - lastChangeset(a).submittedOn)
    .slice(0, 30);
  const seen = newest.filter((artifact) => canSeeArtifact(viewer, artifact));
  return json({
    entries: seen.map((artifact) => heartbeat(viewer, artifact)),
    are_there_activities_user_cannot_see: seen.length < newest.length,
  });
}

function labels(call: Call): Response {
  const page = readPage(call, { default: 50, max: 50 });
  return json({ labels: [] }, { headers: pageHeaders(page, 0) });
}

function banner(call: Call, project: SandboxProject): Response {
  const { world, method } = call;
  if (method === 'GET') {
    const message = world.banners.get(project.id);
    return message === undefined
      ? refuse(404, 'No banner set for this project')
      : json({ message });
  }
  if (!mayAdminister(viewerOf(call), project)) return refuse(403);
  if (method === 'DELETE') world.banners.delete(project.id);
  else {
    const message = isFields(call.body) ? call.body.message : undefined;
    if (typeof message !== 'string' || message === '') return reject('`message` is required.');
    world.banners.set(project.id, message);
  }
  return emptyOk();
}

/** No maximum is enforced and SIZE counts the page only: the total cannot be known (projects.md §5). */
function fieldsOfProjects(call: Call): Response {
  const page = readPage(call, { default: 10, announcedMax: 100 });
  const cut = projectFields.slice(page.offset, page.offset + page.limit);
  return json(
    { project_fields_representation: cut, total_size: cut.length },
    { headers: pageHeaders(page, cut.length) },
  );
}

/** `/projects/:id/{project_services,heartbeats,labels,banner,phpwiki}`, `/project_services/:id`, `/project_fields`. */
export function projectParts(call: Call): Response | undefined {
  const [first, id, part] = call.parts;
  if (first === 'project_fields') return fieldsOfProjects(call);
  if (first === 'project_services') return switchService(call);
  if (first !== 'projects' || part === undefined) return undefined;
  const viewer = viewerOf(call);
  const project = () => projectOrRefuse(viewer, Number(id));
  if (part === 'project_services') return services(call, project());
  if (part === 'heartbeats') return heartbeats(viewer, project());
  if (part === 'banner') return banner(call, project());
  if (part === 'labels') {
    project();
    return labels(call);
  }
  if (part !== 'phpwiki') return undefined;
  project();
  const page = readPage(call, { default: 10, max: 50 });
  return json({ pages: [] }, { headers: pageHeaders(page, 0) });
}
