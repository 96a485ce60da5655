import { json, pageHeaders, readPage, refuse, reject, textParam } from '../http';
import type { Call, SandboxArtifact, SandboxTracker } from '../model';
import { canSeeArtifact, type Viewer, viewerOf } from '../tracker/access';
import { artifactsOf, currentValues, firstChangeset } from '../tracker/artifacts';
import { minimalTracker } from '../tracker/references';
import { isFields } from './validate';

interface Wanted {
  assigned_to: boolean;
  submitted_by: boolean;
}

function wantedOf(query: string): Wanted {
  let parsed: unknown;
  try {
    parsed = JSON.parse(query);
  } catch {
    return reject('Query must be in Json');
  }
  const read = (key: keyof Wanted): boolean => {
    const value = isFields(parsed) ? parsed[key] : undefined;
    if (value === undefined) return false;
    return typeof value === 'boolean' ? value : reject(`${key} must be a boolean`);
  };
  const wanted = { assigned_to: read('assigned_to'), submitted_by: read('submitted_by') };
  return wanted.assigned_to || wanted.submitted_by
    ? wanted
    : reject('You can only search on "assigned_to": true or "submitted_by": true');
}

function isAssigned(viewer: Viewer, tracker: SandboxTracker, artifact: SandboxArtifact): boolean {
  const field = tracker.semantics.contributor;
  const value = field === undefined ? undefined : currentValues(artifact).get(field);
  return Array.isArray(value) && value.includes(viewer.user?.id);
}

function shape(viewer: Viewer, tracker: SandboxTracker, artifact: SandboxArtifact) {
  const field = tracker.semantics.title;
  const title = field === undefined ? null : currentValues(artifact).get(field);
  const text = isFields(title) ? title.content : title;
  return {
    id: artifact.id,
    uri: `artifacts/${artifact.id}`,
    html_url: `/plugins/tracker/?aid=${artifact.id}`,
    title: typeof text === 'string' ? text : null,
    xref: `${tracker.itemName} #${artifact.id}`,
    tracker: minimalTracker(viewer, tracker),
  };
}

/** `GET /users/self/artifacts`: open or closed, assigned to or submitted by the caller, or both as OR (users/25–31). */
export function ownArtifacts(call: Call): Response {
  const page = readPage(call, { default: 250, max: 250 });
  const query = textParam(call, 'query');
  if (query === undefined) return reject('`query` is required.');
  if (call.parts[1] !== 'self') return refuse(403, 'This route only support `self` pseudo id');
  const wanted = wantedOf(query);
  const viewer = viewerOf(call);
  const found = [...call.world.trackers.values()]
    .flatMap((tracker) =>
      artifactsOf(call.world, tracker.id).map((artifact) => ({ tracker, artifact })),
    )
    .filter(
      ({ tracker, artifact }) =>
        (wanted.submitted_by && firstChangeset(artifact).submittedBy === call.user?.id) ||
        (wanted.assigned_to && isAssigned(viewer, tracker, artifact)),
    )
    .filter(({ artifact }) => canSeeArtifact(viewer, artifact))
    .sort((a, b) => a.artifact.id - b.artifact.id);
  return json(
    found
      .slice(page.offset, page.offset + page.limit)
      .map(({ tracker, artifact }) => shape(viewer, tracker, artifact)),
    { headers: pageHeaders(page, found.length) },
  );
}
