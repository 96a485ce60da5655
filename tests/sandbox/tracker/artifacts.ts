import type { SandboxArtifact, SandboxChangeset, StoredValue, World } from '../model';

/** The first changeset: who submitted the artifact, and when. */
export function firstChangeset(artifact: SandboxArtifact): SandboxChangeset {
  const changeset = artifact.changesets[0];
  if (!changeset) throw new Error(`Artifact ${artifact.id} has no history`);
  return changeset;
}

/** The newest changeset: the state of today. */
export function lastChangeset(artifact: SandboxArtifact): SandboxChangeset {
  return artifact.changesets.at(-1) ?? firstChangeset(artifact);
}

export function currentValues(artifact: SandboxArtifact): ReadonlyMap<number, StoredValue> {
  return lastChangeset(artifact).values;
}

/** Living artifacts of a tracker by ascending id. */
export function artifactsOf(world: World, trackerId: number): SandboxArtifact[] {
  const found: SandboxArtifact[] = [];
  for (const artifact of world.artifacts.values()) {
    if (artifact.trackerId === trackerId && !artifact.isDeleted) found.push(artifact);
  }
  return found.sort((a, b) => a.id - b.id);
}

/** Number of the artifact within its tracker (`atid`): deleted ones keep theirs. */
export function numberInTracker(world: World, artifact: SandboxArtifact): number {
  let number = 0;
  for (const other of world.artifacts.values()) {
    if (other.trackerId === artifact.trackerId && other.id <= artifact.id) number += 1;
  }
  return number;
}
