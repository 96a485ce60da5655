import { problem, Refusal, refuse } from '../http';
import type { SandboxArtifact, SandboxTracker } from '../model';
import { canSeeArtifact, projectAccess, type Viewer } from './access';

/** An integer of the path. */
export function idOf(part: string | undefined): number {
  return Number.parseInt(part ?? '', 10);
}

/** The tracker, or 404 (unknown) and 403 (project closed to the viewer), as recorded (trackers/19, 21). */
export function findTracker(viewer: Viewer, id: number): SandboxTracker {
  const tracker = viewer.world.trackers.get(id);
  if (!tracker) return refuse(404);
  const access = projectAccess(viewer, tracker.projectId);
  if (access !== 'yes') return refuse(403);
  return tracker;
}

/** The artifact, or 404 (unknown, deleted) and 403 (not for the viewer), as recorded (artifacts/09, 11, 183). */
export function findArtifact(viewer: Viewer, id: number): SandboxArtifact {
  const artifact = viewer.world.artifacts.get(id);
  if (!artifact || artifact.isDeleted) return refuse(404);
  return canSeeArtifact(viewer, artifact) ? artifact : refuse(403);
}

/** Writes into a suspended project are refused, site administrators included (artifacts/188). */
export function refuseSuspended(viewer: Viewer, projectId: number): void {
  if (viewer.world.projects.get(projectId)?.status === 'suspended') {
    throw new Refusal(problem(403, 'This project is suspended'));
  }
}
