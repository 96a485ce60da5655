import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import { type Artifact, artifactQuery, artifactsByIdsQuery } from '~/api/artifacts/read';
import { hasStatus } from '~/api/error';
import { type Tracker, trackerQuery } from '~/api/trackers';
import { hidden, type Reach, reachOf } from './reach';

/** Up to here each is read by itself: its answer alone says all, in one request. */
const FEW = 3;

function useReachOfFew(ids: readonly number[]): ReadonlyMap<number, Reach> {
  const answers = useQueries({ queries: ids.map((id) => artifactQuery(id)) });
  return new Map(
    ids.map((id, at): [number, Reach] => {
      const { data, error } = answers[at] ?? {};
      if (data) return [id, reachOf(data)];
      if (!error) return [id, { kind: 'checking' }];
      const isHidden = hasStatus(error, 404) || hasStatus(error, 403);
      return [id, isHidden ? hidden(id) : { kind: 'unclear' }];
    }),
  );
}

/**
 * What the rights in an artifact go by beyond its tracker: the value of the field that its workflow follows. Null where
 * the tracker's own rights hold at every state: only simple workflows freeze fields (trackers.md §5).
 */
function stateOf({ values }: Artifact, { id, workflow }: Tracker): string | null {
  if (workflow?.is_used !== '1' || workflow.is_advanced) return null;
  const entry = values?.find(({ field_id }) => field_id === workflow.field_id);
  return `${id} ${JSON.stringify(entry?.bind_value_ids ?? null)}`;
}

/**
 * All in one request, the rights of their trackers, and one artifact for each state of a workflow: what is frozen for
 * that one is for all of its state. Fifty links cost a handful of requests.
 */
function useReachOfMany(ids: readonly number[]): ReadonlyMap<number, Reach> {
  const batch = useQuery({
    ...artifactsByIdsQuery(ids),
    enabled: ids.length > 0,
    placeholderData: keepPreviousData,
  });
  const artifacts = new Map((batch.data ?? []).map((artifact) => [artifact.id, artifact]));
  const trackerIds = [...new Set((batch.data ?? []).map(({ tracker }) => tracker.id))];
  const answers = useQueries({ queries: trackerIds.map((id) => trackerQuery(id)) });
  const trackers = new Map(trackerIds.map((id, at) => [id, answers[at]]));
  const examples = new Map<string, number>();
  for (const artifact of artifacts.values()) {
    const tracker = trackers.get(artifact.tracker.id)?.data;
    const state = tracker ? stateOf(artifact, tracker) : null;
    if (state !== null && !examples.has(state)) examples.set(state, artifact.id);
  }
  const states = [...examples];
  const read = useQueries({ queries: states.map(([, id]) => artifactQuery(id)) });
  const exact = new Map(states.map(([state], at) => [state, read[at]]));

  function reachAt(id: number): Reach {
    const artifact = artifacts.get(id);
    if (!artifact && batch.error) return { kind: 'unclear' };
    if (!artifact) return batch.isFetching ? { kind: 'checking' } : hidden(id);
    const own = trackers.get(artifact.tracker.id);
    if (!own?.data) return { kind: own?.error ? 'unclear' : 'checking' };
    const state = stateOf(artifact, own.data);
    if (state === null) return reachOf({ artifact, tracker: own.data });
    const example = exact.get(state);
    if (!example?.data) return { kind: example?.error ? 'unclear' : 'checking' };
    return reachOf({ artifact, tracker: example.data.tracker });
  }
  return new Map(ids.map((id) => [id, reachAt(id)]));
}

/** Whether links of these artifacts may be written from here, by id; each is asked for once, many of them together. */
export function useReach(ids: readonly number[]): ReadonlyMap<number, Reach> {
  const wanted = [...new Set(ids)];
  const isFew = wanted.length <= FEW;
  const few = useReachOfFew(isFew ? wanted : []);
  const many = useReachOfMany(isFew ? [] : wanted);
  return isFew ? few : many;
}
