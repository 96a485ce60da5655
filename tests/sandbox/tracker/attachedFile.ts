import type { SandboxFile } from '../model';
import { canSeeArtifact, hasRight, type Viewer } from './access';
import { currentValues } from './artifacts';

/** The file when an artifact holds it today in a field that the viewer may read. */
export function attachedFile(viewer: Viewer, id: number): SandboxFile | undefined {
  const file = viewer.world.files.get(id);
  const artifact = viewer.world.artifacts.get(file?.artifactId ?? Number.NaN);
  const tracker = artifact && viewer.world.trackers.get(artifact.trackerId);
  if (!file || !artifact || !tracker || !canSeeArtifact(viewer, artifact)) return undefined;
  const isHeld = tracker.fields.some((field) => {
    if (field.type !== 'file' || !hasRight(viewer, { tracker, field }, 'read')) return false;
    const ids = (currentValues(artifact).get(field.id) as number[] | undefined) ?? [];
    return ids.includes(id);
  });
  return isHeld ? file : undefined;
}
