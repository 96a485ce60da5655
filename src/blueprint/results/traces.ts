import type { BlueprintArtifact, BlueprintTrace } from '~/api/blueprint/artifactSchema';

/** A trace with the artifact that has it. */
export interface TraceRow {
  id: string;
  artifact: BlueprintArtifact;
  trace: BlueprintTrace;
}

/** A top-level artifact's parent is its project, which is no artifact (list-artifacts.md §5.2). */
export function leadsToProject({ ArtifactId, ProjectId }: BlueprintTrace): boolean {
  return ArtifactId === ProjectId;
}

export function otherEnd({ Label, ArtifactPropertyName, ArtifactId }: BlueprintTrace): string {
  return Label ?? `${ArtifactId}: ${ArtifactPropertyName ?? ''}`;
}

/** Every trace of the artifacts, suspect ones first; both ends of a trace list it. */
export function traceRows(artifacts: readonly BlueprintArtifact[]): TraceRow[] {
  const rows = artifacts.flatMap((artifact) =>
    (artifact.Traces ?? []).map((trace, index) => ({
      id: `${artifact.Id}-${index}`,
      artifact,
      trace,
    })),
  );
  const isSuspect = ({ trace }: TraceRow) => trace.IsSuspect === true;
  return [...rows.filter(isSuspect), ...rows.filter((row) => !isSuspect(row))];
}

export function suspects(artifact: BlueprintArtifact): number {
  return (artifact.Traces ?? []).filter(({ IsSuspect }) => IsSuspect === true).length;
}
