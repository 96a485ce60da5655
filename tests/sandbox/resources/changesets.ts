import { atom } from '../clock';
import { choiceParam, json, pageHeaders, readPage } from '../http';
import type { Call, SandboxArtifact, SandboxChangeset, SandboxTracker } from '../model';
import { hasRight, type Viewer, viewerOf } from '../tracker/access';
import { findArtifact, idOf } from '../tracker/find';
import { commentSeen, readersSeen } from '../tracker/privateComments';
import { minimalGroups, minimalUserById } from '../tracker/references';
import { trackerOf } from '../tracker/shapes/artifactRepresentation';
import { valuesOf } from '../tracker/shapes/valueRepresentation';
import { shownText } from '../tracker/text/texts';
import { isSameValue } from '../tracker/write/save';

function commentOf(viewer: Viewer, tracker: SandboxTracker, changeset: SandboxChangeset) {
  const shown = shownText(viewer, commentSeen(viewer, tracker, changeset));
  const readers = readersSeen(viewer, tracker, changeset);
  return {
    body: shown.raw,
    post_processed_body: shown.processed,
    format: shown.format,
    ...(shown.commonmark === undefined ? {} : { commonmark: shown.commonmark }),
    ugroups: readers?.length ? minimalGroups(viewer, tracker.projectId, readers) : null,
  };
}

/** One changeset; `values` is the whole snapshot, or nothing where only comments were asked for. */
function representation(
  viewer: Viewer,
  artifact: SandboxArtifact,
  [changeset, isWithValues]: readonly [SandboxChangeset, boolean],
) {
  const tracker = trackerOf(viewer, artifact);
  const author = minimalUserById(viewer, changeset.submittedBy);
  return {
    id: changeset.id,
    submitted_by: changeset.submittedBy,
    submitted_by_details: author,
    submitted_on: atom(changeset.submittedOn),
    email: null,
    last_comment: commentOf(viewer, tracker, changeset),
    last_modified_by: author,
    values: isWithValues ? valuesOf({ viewer, tracker, artifact, changeset }) : [],
    last_modified_date: atom(changeset.submittedOn),
  };
}

/** Whether the viewer can see a comment, or a change of a field that he may read. */
function isVisible(
  viewer: Viewer,
  artifact: SandboxArtifact,
  [changeset, before]: readonly [SandboxChangeset, SandboxChangeset | undefined],
): boolean {
  // The first of each page is compared with nothing and so is always kept.
  const tracker = trackerOf(viewer, artifact);
  if (!before || commentSeen(viewer, tracker, changeset).content !== '') return true;
  return tracker.fields.some(
    (field) =>
      !isSameValue(changeset.values.get(field.id), before.values.get(field.id)) &&
      hasRight(viewer, { tracker, field }, 'read'),
  );
}

/**
 * `GET artifacts/ID/changesets` (artifacts.md §6). The trap: the page is cut from the ascending list, and
 * `order=desc` only turns that page round.
 */
export function changesets(call: Call): Response | undefined {
  const [root, id, sub] = call.parts;
  if (root !== 'artifacts' || sub !== 'changesets' || call.method !== 'GET') return undefined;
  const page = readPage(call, { default: 10, max: 50, min: 1 });
  const fields = choiceParam(call, 'fields', ['all', 'comments']);
  const order = choiceParam(call, 'order', ['asc', 'desc']);
  const viewer = viewerOf(call);
  const artifact = findArtifact(viewer, idOf(id));
  const tracker = trackerOf(viewer, artifact);
  const cut = artifact.changesets.slice(page.offset, page.offset + page.limit);
  const shown = cut.filter((changeset, index) =>
    fields === 'comments'
      ? commentSeen(viewer, tracker, changeset).content !== ''
      : isVisible(viewer, artifact, [changeset, cut[index - 1]]),
  );
  const ordered = order === 'desc' ? shown.reverse() : shown;
  return json(
    ordered.map((changeset) => representation(viewer, artifact, [changeset, fields === 'all'])),
    { headers: pageHeaders(page, artifact.changesets.length) },
  );
}
