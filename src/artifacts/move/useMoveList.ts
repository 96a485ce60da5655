import { useQueries, useQuery } from '@tanstack/react-query';
import { moveArtifact } from '~/api/artifacts/move';
import { type Artifact, artifactsByIdsQuery } from '~/api/artifacts/read';
import { ApiError } from '~/api/error';
import { scope } from '~/api/session';
import { pastedLines } from '~/links/pastedLines';
import { useForeignHosts } from '~/links/useForeignHosts';
import { usePaused } from '~/links/usePaused';
import type { ArtifactSnapshot } from '~/saving/draft/snapshot';
import { type FieldFate, moveReport } from './moveReport';

/** One artifact that is to be moved, with what the server says would become of its values. */
export interface Mover {
  artifact: Artifact;
  /** Undefined until the dry run has answered. */
  report: FieldFate[] | undefined;
  /** Why the server would not move it, or why it is not known. */
  error: Error | null;
  /** Asks once more, where it is not known; absent elsewhere. */
  askAgain?: () => void;
}

/** A dry run that the server answered with a refusal; anything else says nothing about the artifact. */
export function isAnswer(error: Error): error is ApiError {
  return error instanceof ApiError && error.kind === 'http' && (error.status ?? 0) < 500;
}

/** A line of the list that names no artifact to move, and why. */
export interface NotMoved {
  text: string;
  reason: string;
}

function dryRunQuery(id: number, trackerId: number) {
  return {
    // Not among what is read of artifacts: a move does not ask anew what it has just done.
    queryKey: [...scope(), 'moves', id, trackerId],
    queryFn: () => moveArtifact(id, { trackerId, isDryRun: true }),
    // What it says holds at this moment only.
    staleTime: 0,
    gcTime: 0,
  };
}

/**
 * The artifact of the page and those that are named in `text`: which of them can be moved along, and the dry run of each
 * into the tracker, once one is chosen (features V7).
 */
export function useMoveList(base: ArtifactSnapshot, text: string, trackerId: number | null) {
  const paused = usePaused(text);
  const foreign = useForeignHosts();
  const lines = pastedLines(paused, []).filter(
    ({ id }, at, all) => id === null || all.findIndex((one) => one.id === id) === at,
  );
  const ids = lines.flatMap(({ id, host }) =>
    id === null || id === base.artifact.id || foreign.has(host) ? [] : id,
  );
  const { data: others, error } = useQuery({
    ...artifactsByIdsQuery(ids),
    enabled: ids.length > 0,
  });
  const home = base.artifact.tracker;
  const along = (others ?? []).filter(({ tracker }) => tracker.id === home.id);
  const artifacts = [base.artifact, ...along];
  const runs = useQueries({
    queries: artifacts.map(({ id }) => ({
      ...dryRunQuery(id, trackerId ?? 0),
      enabled: trackerId !== null,
    })),
  });
  const notMoved = lines.flatMap(({ id, host, text: line }): NotMoved[] => {
    if (id === null)
      return [{ text: line, reason: 'It names no artifact: no number, reference or address' }];
    if (foreign.has(host)) return [{ text: line, reason: `Its address is of ${host}` }];
    if (id === base.artifact.id) return [];
    if (!others) return [];
    const found = others.find((one) => one.id === id);
    if (!found) return [{ text: `#${id}`, reason: 'There is no such artifact that you may see' }];
    const { label } = found.tracker;
    return found.tracker.id === home.id
      ? []
      : [{ text: found.xref, reason: `It is in ${label}, not in ${home.label}` }];
  });
  const movers = artifacts.map((artifact, at): Mover => {
    const run = runs[at];
    const report = run?.data && moveReport(run.data, artifact, base.fields);
    const error = run?.isFetching ? null : (run?.error ?? null);
    const again = run && error && !isAnswer(error) ? { askAgain: () => void run.refetch() } : {};
    return { artifact, report, error, ...again };
  });
  return {
    movers,
    notMoved,
    listError: error,
    isLooking: text !== paused || (ids.length > 0 && !others && !error),
    /** How many are still being asked about. */
    unchecked:
      trackerId === null ? 0 : movers.filter(({ report, error: own }) => !report && !own).length,
  };
}
