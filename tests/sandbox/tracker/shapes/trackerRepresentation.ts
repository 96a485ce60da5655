import type { SandboxArtifact, SandboxField, SandboxTracker } from '../../model';
import { canSeeTracker, hasRight, isTrackerAdmin, readableFields, type Viewer } from '../access';
import { isContainer } from '../fields';
import { minimalGroups, projectReference, trackerReference } from '../references';
import { stateRules } from '../states';
import { fieldRepresentation } from './fieldRepresentation';

interface StructureNode {
  id: number;
  content: StructureNode[] | null;
}

/** Every element of the tracker, readable or not: the server does not filter it. */
function structure(fields: readonly SandboxField[], parentId: number | null): StructureNode[] {
  return fields
    .filter((field) => field.parentId === parentId)
    .map((field) => ({
      id: field.id,
      content: isContainer(field.type) ? structure(fields, field.id) : null,
    }));
}

function semantics(viewer: Viewer, tracker: SandboxTracker) {
  const isReadable = (id: number | undefined): id is number => {
    const field = tracker.fields.find((candidate) => candidate.id === id);
    return field !== undefined && hasRight(viewer, { tracker, field }, 'read');
  };
  const { title, description, contributor, status } = tracker.semantics;
  return {
    ...(isReadable(title) ? { title: { field_id: title } } : {}),
    ...(isReadable(description) ? { description: { field_id: description } } : {}),
    ...(status && isReadable(status.fieldId)
      ? { status: { field_id: status.fieldId, value_ids: status.openValueIds } }
      : {}),
    ...(isReadable(contributor) ? { contributor: { field_id: contributor } } : {}),
  };
}

/** `is_used` is a string; without a workflow the rules still hold the field dependencies. */
function workflow(viewer: Viewer, tracker: SandboxTracker) {
  const lists = tracker.dependencies.map((rule) => ({
    source_field_id: rule.sourceFieldId,
    source_value_id: rule.sourceValueId,
    target_field_id: rule.targetFieldId,
    target_value_id: rule.targetValueId,
  }));
  const common = { is_legacy: false, rules: { dates: [], lists } };
  if (!tracker.workflow) {
    const { is_legacy, rules } = common;
    return { field_id: 0, is_used: '', is_legacy, is_advanced: true, rules, transitions: [] };
  }
  const { fieldId, isUsed, transitions } = tracker.workflow;
  const field = tracker.fields.find((candidate) => candidate.id === fieldId);
  if (!field || !hasRight(viewer, { tracker, field }, 'read')) return null;
  return {
    field_id: fieldId,
    is_used: isUsed ? '1' : '0',
    is_legacy: common.is_legacy,
    is_advanced: false,
    rules: common.rules,
    transitions: transitions.map(({ id, fromId, toId }) => ({ id, from_id: fromId, to_id: toId })),
  };
}

function groupRights(viewer: Viewer, tracker: SandboxTracker) {
  if (!isTrackerAdmin(viewer, tracker)) return null;
  return {
    can_access: minimalGroups(viewer, tracker.projectId, ['1']),
    can_access_submitted_by_user: [],
    can_access_assigned_to_group: [],
    can_access_submitted_by_group: [],
    can_admin: minimalGroups(viewer, tracker.projectId, tracker.adminGroupIds),
  };
}

function parentOf(viewer: Viewer, tracker: SandboxTracker) {
  const parent =
    tracker.parentTrackerId === null
      ? undefined
      : viewer.world.trackers.get(tracker.parentTrackerId);
  return parent && canSeeTracker(viewer, parent) ? trackerReference(viewer, parent) : null;
}

/** `GET /trackers/ID` (trackers.md §1); inside an artifact its fields are as its state leaves them (§2). */
export function trackerRepresentation(
  viewer: Viewer,
  tracker: SandboxTracker,
  artifact?: SandboxArtifact,
) {
  const state = artifact && stateRules(tracker, artifact);
  return {
    id: tracker.id,
    uri: `trackers/${tracker.id}`,
    html_url: `/plugins/tracker/?tracker=${tracker.id}`,
    project: projectReference(viewer, tracker.projectId),
    label: tracker.label,
    description: tracker.description,
    item_name: tracker.itemName,
    fields: readableFields(viewer, tracker).map((field) =>
      fieldRepresentation(viewer, { tracker, field, state }),
    ),
    structure: structure(tracker.fields, null),
    semantics: semantics(viewer, tracker),
    workflow: workflow(viewer, tracker),
    permissions_for_groups: groupRights(viewer, tracker),
    parent: parentOf(viewer, tracker),
    resources: [{ type: 'reports', uri: `trackers/${tracker.id}/tracker_reports` }],
    color_name: tracker.colorName,
    notifications: { enabled: true },
  };
}
