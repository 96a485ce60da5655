import { json, refuse } from '../http';
import type { Call, SandboxTracker } from '../model';
import { isTrackerAdmin, viewerOf } from '../tracker/access';
import { findTracker, idOf } from '../tracker/find';

function findTransition(call: Call, id: number) {
  const of = ({ workflow }: SandboxTracker) => workflow?.transitions.find((one) => one.id === id);
  const tracker = [...call.world.trackers.values()].find(of);
  const transition = tracker && of(tracker);
  return tracker && transition ? { tracker, transition } : refuse(404, 'Transition not found.');
}

/** `GET tracker_workflow_transitions/{id}`: for tracker administrators only (trackers.md §4). */
export function transitions(call: Call): Response | undefined {
  const [resource, id, ...rest] = call.parts;
  if (resource !== 'tracker_workflow_transitions' || call.method !== 'GET' || rest.length > 0) {
    return undefined;
  }
  const viewer = viewerOf(call);
  const { tracker, transition } = findTransition(call, idOf(id));
  findTracker(viewer, tracker.id);
  if (!isTrackerAdmin(viewer, tracker)) {
    refuse(403, 'You must be tracker administrator to access this resource.');
  }
  return json({
    id: transition.id,
    from_id: transition.fromId,
    to_id: transition.toId,
    authorized_user_group_ids: [`${tracker.projectId}_3`],
    not_empty_field_ids: transition.notEmptyFieldIds,
    is_comment_required: transition.isCommentRequired,
  });
}
