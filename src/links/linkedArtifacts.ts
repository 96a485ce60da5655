import type { Artifact } from '~/api/artifacts/read';

/** What a list of links says about the other artifact. */
export interface LinkedArtifact {
  id: number;
  title: string;
  status: { label: string; color: string | null } | null;
  tracker: { id: number; label: string; color: string };
}

export function linkedArtifact({
  id,
  title,
  xref,
  full_status,
  tracker,
}: Artifact): LinkedArtifact {
  return {
    id,
    title: title || xref,
    status: full_status ? { label: full_status.value, color: full_status.color } : null,
    tracker: { id: tracker.id, label: tracker.label, color: tracker.color_name },
  };
}

/** By id; for `select` of a query, so it is one function for all. */
export function linkedArtifacts(
  artifacts: readonly Artifact[],
): ReadonlyMap<number, LinkedArtifact> {
  return new Map(artifacts.map((artifact) => [artifact.id, linkedArtifact(artifact)]));
}
