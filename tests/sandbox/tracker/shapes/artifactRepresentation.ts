import { atom } from '../../clock';
import type { SandboxArtifact, SandboxTracker, TextContent } from '../../model';
import { hasRight, type Viewer } from '../access';
import { firstChangeset, lastChangeset } from '../artifacts';
import { fieldById } from '../fields';
import {
  minimalTracker,
  minimalUser,
  minimalUserById,
  projectReference,
  userById,
} from '../references';
import { plainOf } from '../text/texts';
import { trackerRepresentation } from './trackerRepresentation';
import { valuesByField, valuesOf } from './valueRepresentation';

export type ValuesFormat = 'collection' | 'by_field' | 'all' | 'none';

/** The tracker of an artifact; an artifact without one cannot be in a world. */
export function trackerOf(viewer: Viewer, artifact: SandboxArtifact): SandboxTracker {
  const tracker = viewer.world.trackers.get(artifact.trackerId);
  if (!tracker) throw new Error(`Artifact ${artifact.id} is in no tracker`);
  return tracker;
}

/** The title semantic as plain text, null where the tracker has none or the viewer may not read it. */
export function titleOf(viewer: Viewer, artifact: SandboxArtifact): string | null {
  const tracker = trackerOf(viewer, artifact);
  const field = fieldById(tracker, tracker.semantics.title);
  if (!field || !hasRight(viewer, { tracker, field }, 'read')) return null;
  const value = lastChangeset(artifact).values.get(field.id);
  if (typeof value === 'string') return value;
  return value === undefined ? null : plainOf(value as TextContent);
}

export interface StatusOfArtifact {
  status: string | null;
  full_status: { value: string; color: string | null } | null;
  is_open: boolean;
}

/** The status semantic: label, colour, and whether its value is one of the open ones. */
export function statusOf(viewer: Viewer, artifact: SandboxArtifact): StatusOfArtifact {
  const tracker = trackerOf(viewer, artifact);
  const { status } = tracker.semantics;
  const field = fieldById(tracker, status?.fieldId);
  if (!status || !field) return { status: '', full_status: null, is_open: true };
  const ids = (lastChangeset(artifact).values.get(field.id) as number[] | undefined) ?? [];
  const value = field.values?.find((candidate) => candidate.id === ids[0]);
  if (!value) return { status: '', full_status: null, is_open: false };
  return {
    status: value.label,
    full_status: { value: value.label, color: value.color || null },
    is_open: status.openValueIds.includes(Number(value.id)),
  };
}

function assigneesOf(viewer: Viewer, artifact: SandboxArtifact) {
  const tracker = trackerOf(viewer, artifact);
  const field = fieldById(tracker, tracker.semantics.contributor);
  if (!field || !hasRight(viewer, { tracker, field }, 'read')) return [];
  const ids = (lastChangeset(artifact).values.get(field.id) as number[] | undefined) ?? [];
  return ids.flatMap((id) => {
    const user = userById(viewer, id);
    return user ? [minimalUser(viewer, user)] : [];
  });
}

export interface ArtifactShape {
  values: ValuesFormat;
  isTrackerComplete?: boolean;
}

/** `GET /artifacts/ID` and every list of artifacts (artifacts.md §1). */
export function artifactRepresentation(
  viewer: Viewer,
  artifact: SandboxArtifact,
  shape: ArtifactShape,
) {
  const tracker = trackerOf(viewer, artifact);
  const first = firstChangeset(artifact);
  const last = lastChangeset(artifact);
  const place = { viewer, tracker, artifact, changeset: last };
  const { values } = shape;
  return {
    id: artifact.id,
    uri: `artifacts/${artifact.id}`,
    xref: `${tracker.itemName} #${artifact.id}`,
    tracker: shape.isTrackerComplete
      ? trackerRepresentation(viewer, tracker, artifact)
      : minimalTracker(viewer, tracker),
    project: projectReference(viewer, tracker.projectId),
    submitted_by: first.submittedBy,
    submitted_by_user: minimalUserById(viewer, first.submittedBy),
    submitted_on: atom(first.submittedOn),
    html_url: `/plugins/tracker/?aid=${artifact.id}`,
    changesets_uri: `artifacts/${artifact.id}/changesets`,
    values: values === 'collection' || values === 'all' ? valuesOf(place) : null,
    values_by_field: values === 'by_field' || values === 'all' ? valuesByField(place) : null,
    last_update_by: last.submittedBy,
    last_update_by_user: minimalUserById(viewer, last.submittedBy),
    last_modified_date: atom(last.submittedOn),
    ...statusOf(viewer, artifact),
    title: titleOf(viewer, artifact),
    assignees: assigneesOf(viewer, artifact),
  };
}
