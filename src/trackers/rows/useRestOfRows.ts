import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Tracker } from '~/api/trackers';
import { type LoadedRows, missingRanges } from './loadedRows';
import { loadRest } from './loadRest';
import type { ArtifactsQuery } from './rowsQuery';

export type Loading =
  | { phase: 'loading' | 'complete' | 'stopped' }
  | { phase: 'failed'; error: unknown };

interface Halt {
  id: string;
  state: Exclude<Loading, { phase: 'loading' | 'complete' }> | { phase: 'stopped' };
}

/**
 * Loads the rest of a result while the page that shows it stands; another query, or leaving, aborts it. Coming back goes on
 * where it was. `loaded` is undefined while the result is not this query's own.
 */
export function useRestOfRows(
  tracker: Tracker,
  query: ArtifactsQuery,
  loaded: LoadedRows | undefined,
): { loading: Loading; stop(): void; resume(): void } {
  const client = useQueryClient();
  const [halt, setHalt] = useState<Halt | null>(null);
  const id = loaded?.id;
  const isComplete = loaded !== undefined && missingRanges(loaded, 1000).length === 0;
  const halted = halt !== null && halt.id === id ? halt.state : null;
  const isRunning = id !== undefined && !isComplete && halted === null;

  useEffect(() => {
    if (!isRunning || id === undefined) return;
    const controller = new AbortController();
    loadRest({ client, tracker, query, signal: controller.signal }).catch((error: unknown) => {
      if (!controller.signal.aborted) setHalt({ id, state: { phase: 'failed', error } });
    });
    return () => controller.abort();
  }, [client, tracker, query, id, isRunning]);

  return {
    loading: isComplete ? { phase: 'complete' } : (halted ?? { phase: 'loading' }),
    stop: () => {
      if (id !== undefined) setHalt({ id, state: { phase: 'stopped' } });
    },
    resume: () => setHalt(null),
  };
}
