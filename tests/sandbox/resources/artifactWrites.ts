import { beforeAllow, emptyOk, json, problem, Refusal, refuse, reject } from '../http';
import type { Call, SandboxTracker, TextContent, World } from '../model';
import { canSeeTracker, isTrackerAdmin, type Viewer, viewerOf } from '../tracker/access';
import { checkPreconditions, versionHeaders, writeGap } from '../tracker/concurrency';
import { findArtifact, idOf, refuseSuspended } from '../tracker/find';
import { trackerReference } from '../tracker/references';
import { titleOf, trackerOf } from '../tracker/shapes/artifactRepresentation';
import { createArtifact, entriesByName } from '../tracker/write/create';
import { checkAllLinksShape } from '../tracker/write/links';
import { moveArtifact } from '../tracker/write/move';
import { readEntries } from '../tracker/write/parse';
import { type Entry, isRecord } from '../tracker/write/place';
import { updateArtifact } from '../tracker/write/update';

function readComment(comment: unknown): TextContent | undefined {
  if (comment === undefined || comment === null) return undefined;
  if (!isRecord(comment) || comment.format === undefined) {
    return reject('`comment[format]` is required.');
  }
  const format =
    comment.format === 'text' || comment.format === 'html' ? comment.format : 'commonmark';
  const content = typeof comment.body === 'string' ? comment.body : '';
  if (new TextEncoder().encode(content).length > 65_535) {
    return refuse(400, 'Comment content can not contain more than 65535 characters.');
  }
  return { content, format };
}

/** `PUT artifacts/ID` (artifacts.md §5.2). The version is checked before the write, not with it. */
async function put(call: Call): Promise<Response> {
  const body = isRecord(call.body) ? call.body : {};
  const entries = readEntries(body.values);
  const comment = readComment(body.comment);
  checkAllLinksShape(entries);
  const viewer = viewerOf(call);
  const artifact = beforeAllow(() => {
    const found = findArtifact(viewer, idOf(call.parts[1]));
    refuseSuspended(viewer, trackerOf(viewer, found).projectId);
    return found;
  });
  checkPreconditions(call.world, artifact, call.request.headers);
  const gap = writeGap(call.world);
  if (gap) await gap;
  updateArtifact({ viewer, artifact, entries, comment });
  return emptyOk({ headers: versionHeaders(call.world, artifact) });
}

function targetTracker(viewer: Viewer, body: Readonly<Record<string, unknown>>): SandboxTracker {
  const id = isRecord(body.tracker) ? body.tracker.id : undefined;
  if (id === undefined) return reject('`tracker[id]` is required.');
  const tracker = viewer.world.trackers.get(Number(id));
  if (!tracker) return refuse(404, 'Tracker not found');
  if (!viewer.user || !canSeeTracker(viewer, tracker)) {
    return refuse(403, "User can't write in destination tracker");
  }
  refuseSuspended(viewer, tracker.projectId);
  return tracker;
}

/** `from_artifact` copies the title and nothing else (recorded artifacts/28). */
function copiedEntries(viewer: Viewer, tracker: SandboxTracker, from: unknown): Entry[] {
  const id = isRecord(from) ? Number(from.id) : Number.NaN;
  const title = tracker.semantics.title;
  if (title === undefined) return [];
  return [{ field_id: title, value: titleOf(viewer, findArtifact(viewer, id)) ?? '' }];
}

function newEntries(
  viewer: Viewer,
  tracker: SandboxTracker,
  body: Readonly<Record<string, unknown>>,
): Entry[] {
  const { values, values_by_field: byField, from_artifact: from } = body;
  const given = [values, byField, from].filter((one) => one !== undefined && one !== null);
  if (given.length > 1) return refuse(400, 'Not able to deal with both formats at the same time');
  if (from !== undefined) return copiedEntries(viewer, tracker, from);
  if (byField !== undefined) return entriesByName(tracker, byField);
  return Array.isArray(values) && values.length > 0
    ? readEntries(values)
    : refuse(400, 'No valid data are provided');
}

/** `POST artifacts` (artifacts.md §5.1): 201 with the place of the new one. */
function post(call: Call): Response {
  const body = isRecord(call.body) ? call.body : {};
  if (Array.isArray(body.values)) checkAllLinksShape(readEntries(body.values));
  const viewer = viewerOf(call);
  const tracker = targetTracker(viewer, body);
  const artifact = createArtifact(viewer, tracker, newEntries(viewer, tracker, body));
  const format = body.values_by_field === undefined ? '' : '?values_format=by_field';
  return json(
    {
      id: artifact.id,
      uri: `artifacts/${artifact.id}${format}`,
      tracker: trackerReference(viewer, tracker),
    },
    {
      status: 201,
      headers: {
        ...versionHeaders(call.world, artifact),
        location: `${viewer.origin}/api/v1/artifacts/${artifact.id}${format}`,
      },
    },
  );
}

function patch(call: Call): Response {
  const move = isRecord(call.body) ? call.body.move : undefined;
  if (!isRecord(move)) {
    return reject(
      'Invalid value specified for `patch`. Expecting an item of type `\\Tuleap\\Tracker\\REST\\v1\\ArtifactPatchRepresentation`',
    );
  }
  if (move.tracker_id === undefined) return reject('`patch[move][tracker_id]` is required.');
  const viewer = viewerOf(call);
  const artifact = findArtifact(viewer, idOf(call.parts[1]));
  refuseSuspended(viewer, trackerOf(viewer, artifact).projectId);
  const result = moveArtifact(viewer, artifact, {
    trackerId: Number(move.tracker_id),
    isDryRun: move.dry_run === true,
  });
  return json(result);
}

const deletionLimit = 5;
const deletions = new WeakMap<World, Map<number, number[]>>();

/** Seconds of this user's deletions of the last 24 hours. */
function recentDeletions(world: World, userId: number): number[] {
  const all = deletions.get(world) ?? new Map<number, number[]>();
  deletions.set(world, all);
  const since = world.now() / 1000 - 86_400;
  const recent = (all.get(userId) ?? []).filter((second) => second > since);
  all.set(userId, recent);
  return recent;
}

/** `DELETE artifacts/ID`: tracker administrators, five a day (recorded artifacts/159–166). */
function remove(call: Call): Response {
  const viewer = viewerOf(call);
  const artifact = findArtifact(viewer, idOf(call.parts[1]));
  if (!viewer.user || !isTrackerAdmin(viewer, trackerOf(viewer, artifact))) return refuse(403);
  const recent = recentDeletions(call.world, viewer.user.id);
  const headers = (left: number): Record<string, string> => ({
    'x-ratelimit-limit': String(deletionLimit),
    'x-ratelimit-remaining': String(left),
  });
  if (recent.length >= deletionLimit) {
    const text = 'The limit of artifacts deletions has been reached for the previous 24 hours.';
    const allow = 'OPTIONS, GET, PUT, DELETE, PATCH';
    throw new Refusal(problem(429, text, { allow, headers: headers(0) }));
  }
  recent.push(call.world.now() / 1000);
  artifact.isDeleted = true;
  return emptyOk({ headers: headers(deletionLimit - recent.length) });
}

/** Writes of artifacts (artifacts.md §5). */
export function artifactWrites(call: Call): Response | Promise<Response> | undefined {
  const [root, id, sub] = call.parts;
  if (root !== 'artifacts' || sub !== undefined) return undefined;
  if (id === undefined) return call.method === 'POST' ? post(call) : undefined;
  if (call.method === 'PUT') return put(call);
  if (call.method === 'PATCH') return patch(call);
  return call.method === 'DELETE' ? remove(call) : undefined;
}
