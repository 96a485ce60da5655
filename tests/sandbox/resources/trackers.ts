import {
  choiceParam,
  json,
  pageHeaders,
  problem,
  Refusal,
  readPage,
  refuse,
  reject,
  textParam,
} from '../http';
import type { Call, SandboxArtifact, SandboxTracker } from '../model';
import { criteriaFilter } from '../query/criteria';
import { QueryProblem } from '../query/problem';
import { tqlFilter } from '../query/tql/search';
import {
  canSeeArtifact,
  isTrackerAdmin,
  projectAccess,
  type Viewer,
  viewerOf,
} from '../tracker/access';
import { artifactsOf } from '../tracker/artifacts';
import { fieldById, isStatic } from '../tracker/fields';
import { findTracker, idOf } from '../tracker/find';
import { forwardLinks } from '../tracker/linkIndex';
import { minimalTracker } from '../tracker/references';
import {
  artifactRepresentation,
  statusOf,
  titleOf,
} from '../tracker/shapes/artifactRepresentation';
import { trackerRepresentation } from '../tracker/shapes/trackerRepresentation';

/** Why an artifact with nothing but a title cannot be made here (trackers.md §6). */
function creationReasons(tracker: SandboxTracker): string[] {
  const title = fieldById(tracker, tracker.semantics.title);
  if (!title) return ['The tracker has no title field'];
  const isOtherRequired = tracker.fields.some(
    (field) =>
      field.isRequired && field.id !== title.id && !isStatic(field.type) && !field.defaultValue,
  );
  return isOtherRequired ? [`Other field than '${title.label}' is required`] : [];
}

/** True when the query asks for administered trackers; the recorded 400 for anything else (trackers/11). */
function wantsAdministered(call: Call): boolean {
  const text = textParam(call, 'query');
  if (text === undefined) return false;
  let query: unknown;
  try {
    query = JSON.parse(text);
  } catch {
    query = null;
  }
  const wanted = query as Record<string, unknown> | null;
  if (wanted?.is_tracker_admin === true || wanted?.with_time_tracking === true) return true;
  return refuse(
    400,
    "You can only search on 'is_tracker_admin': true. If the query is valid, your plugin is maybe not installed.",
  );
}

function projectTrackers(call: Call): Response {
  const page = readPage(call, { default: 10, max: 50 });
  const representation = choiceParam(call, 'representation', ['full', 'minimal']);
  const viewer = viewerOf(call);
  const projectId = idOf(call.parts[1]);
  if (!call.world.projects.has(projectId)) refuse(404, 'Project does not exist');
  if (projectAccess(viewer, projectId) !== 'yes') refuse(403);
  const isOnlyMine = wantsAdministered(call);
  const isChecked = call.query.getAll('with_creation_semantic_check[]').includes('title');
  if (isChecked && representation !== 'minimal') {
    refuse(400, 'with_creation_semantic_check is only available with minimal representation');
  }
  const trackers = [...call.world.trackers.values()]
    .filter((tracker) => tracker.projectId === projectId)
    .filter((tracker) => !isOnlyMine || isTrackerAdmin(viewer, tracker))
    .sort((a, b) => a.label.localeCompare(b.label));
  const shown = trackers
    .slice(page.offset, page.offset + page.limit)
    .map((tracker) =>
      representation === 'full'
        ? trackerRepresentation(viewer, tracker)
        : minimalTracker(viewer, tracker, isChecked ? creationReasons(tracker) : []),
    );
  return json(shown, { headers: pageHeaders(page, trackers.length) });
}

/** PHP's stripslashes, which the server applies before it parses either query (queries.md §1). */
function stripslashes(text: string): string {
  return text.replace(/\\([\s\S]?)/g, (_, char: string) => (char === '0' ? '\0' : char));
}

function matching(call: Call, viewer: Viewer, tracker: SandboxTracker): SandboxArtifact[] {
  const all = artifactsOf(call.world, tracker.id);
  const query = textParam(call, 'query');
  const expert = textParam(call, 'expert_query');
  try {
    // `query` wins, and `order` counts only where neither is given.
    if (query !== undefined)
      return all.filter(criteriaFilter(viewer, tracker, stripslashes(query)));
    if (expert !== undefined) return all.filter(tqlFilter(viewer, tracker, stripslashes(expert)));
  } catch (error) {
    if (error instanceof QueryProblem) throw new Refusal(problem(400, error.message));
    throw error;
  }
  return call.query.get('order') === 'desc' ? all.reverse() : all;
}

function trackerArtifacts(call: Call): Response {
  const page = readPage(call, { default: 100, max: 1_000, min: 1 });
  if (call.query.get('values') && call.query.get('values') !== 'all') {
    reject('Invalid value specified for `values`. Expected one of (,all).');
  }
  choiceParam(call, 'order', ['asc', 'desc']);
  const viewer = viewerOf(call);
  const tracker = findTracker(viewer, idOf(call.parts[1]));
  const found = matching(call, viewer, tracker);
  const values = call.query.get('values') === 'all' ? 'collection' : 'none';
  // The page is cut first and filtered by permission afterwards: it may be short.
  const shown = found
    .slice(page.offset, page.offset + page.limit)
    .filter((artifact) => canSeeArtifact(viewer, artifact))
    .map((artifact) => artifactRepresentation(viewer, artifact, { values }));
  return json(shown, { headers: pageHeaders(page, found.length) });
}

function usedLinks(call: Call): Response {
  const page = readPage(call, { default: 10, max: 1_000, min: 1 });
  const viewer = viewerOf(call);
  const tracker = findTracker(viewer, idOf(call.parts[1]));
  const used = new Set(
    artifactsOf(call.world, tracker.id).flatMap((artifact) =>
      forwardLinks(call.world, artifact).map((link) => link.type),
    ),
  );
  const types = [...used].sort().map((shortname) => ({
    shortname,
    forward_label: tracker.linkTypes.find((type) => type.shortname === shortname)?.forward ?? '',
  }));
  const shown = types.slice(page.offset, page.offset + page.limit);
  return json(shown, { headers: pageHeaders(page, types.length) });
}

function parentArtifacts(call: Call): Response {
  const page = readPage(call, { default: 100, max: 1_000, min: 1 });
  const viewer = viewerOf(call);
  const tracker = findTracker(viewer, idOf(call.parts[1]));
  const parent =
    tracker.parentTrackerId === null ? undefined : call.world.trackers.get(tracker.parentTrackerId);
  const open = parent
    ? artifactsOf(call.world, parent.id)
        .filter(
          (artifact) => canSeeArtifact(viewer, artifact) && statusOf(viewer, artifact).is_open,
        )
        .reverse()
    : [];
  const shown = open.slice(page.offset, page.offset + page.limit).map((artifact) => ({
    id: artifact.id,
    title: titleOf(viewer, artifact),
    xref: `${parent?.itemName ?? ''} #${artifact.id}`,
    uri: `artifacts/${artifact.id}`,
    html_url: `/plugins/tracker/?aid=${artifact.id}`,
    tracker: parent ? minimalTracker(viewer, parent) : null,
    full_status: statusOf(viewer, artifact).full_status,
  }));
  return json(shown, { headers: pageHeaders(page, open.length) });
}

function oneTracker(call: Call): Response {
  const viewer = viewerOf(call);
  return json(trackerRepresentation(viewer, findTracker(viewer, idOf(call.parts[1]))));
}

/** Reads below `trackers/ID` and `projects/ID/trackers` (trackers.md, queries.md §1); reports are elsewhere. */
export function trackers(call: Call): Response | undefined {
  if (call.method !== 'GET') return undefined;
  const [root, , sub] = call.parts;
  if (root === 'projects' && sub === 'trackers') return projectTrackers(call);
  if (root !== 'trackers') return undefined;
  if (sub === undefined) return oneTracker(call);
  if (sub === 'artifacts') return trackerArtifacts(call);
  if (sub === 'used_artifact_links') return usedLinks(call);
  return sub === 'parent_artifacts' ? parentArtifacts(call) : undefined;
}
