import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useMemo } from 'react';
import { changesetsQuery, type HistoryStart } from '~/api/changesets/history';
import type { Field } from '~/api/trackers';
import type { FieldChange } from '~/saving/changes';
import type { HistorySearch } from './filter/historySearch';
import { noteSeen } from './lastVisit';
import { type HistoryFilter, isFiltering, type Step, shownChanges, stepsOf } from './timeline';

/** An entry of the timeline as it is shown: with the changes that the filter asks for. */
export interface Shown extends Step {
  changes: readonly FieldChange[];
  /** It came after the last visit. */
  isNew: boolean;
}

/** More of the history in one direction. */
export interface Further {
  /** How many changesets lie there; some of them may be nobody's to see. */
  count: number;
  isPending: boolean;
  /** Ends when it is there, or has failed. */
  load(): Promise<unknown>;
}

function startOf({ changeset, order }: HistorySearch): HistoryStart {
  return changeset === null ? order : { around: changeset };
}

function useSteps(artifactId: number, fields: readonly Field[], start: HistoryStart) {
  const query = useInfiniteQuery(changesetsQuery(artifactId, start));
  const pages = query.data?.pages;
  const steps = useMemo(() => stepsOf(pages ?? [], fields), [pages, fields]);
  const [newest, oldest] = [pages?.[0], pages?.at(-1)];
  const older: Further = {
    count: oldest?.offset ?? 0,
    isPending: query.isFetchingNextPage,
    load: () => query.fetchNextPage(),
  };
  const newer: Further = {
    count: newest ? newest.size - newest.end : 0,
    isPending: query.isFetchingPreviousPage,
    load: () => query.fetchPreviousPage(),
  };
  return { query, steps, older, newer, size: newest?.size };
}

/**
 * The timeline of one artifact as its address asks for it. With a filter that nothing loaded answers, it looks through
 * more pages by itself until something does (features H1). `seen` is the newest changeset of the last visit, null where
 * this is the first: what is on the screen is noted as seen at once, so the page that shows this keeps it.
 */
export function useTimeline(
  {
    artifactId,
    fields,
    seen,
  }: { artifactId: number; fields: readonly Field[]; seen: number | null },
  search: HistorySearch,
) {
  const { by, field, words, show, sinceVisit, order } = search;
  const after = sinceVisit ? seen : null;
  const { query, steps, older, newer, size } = useSteps(artifactId, fields, startOf(search));
  const filter = useMemo<HistoryFilter>(
    () => ({ show, by, field, text: words, after }),
    [show, by, field, words, after],
  );
  const shown = useMemo(() => {
    const found = steps.flatMap((step): Shown[] => {
      const changes = shownChanges(step, filter);
      const isNew = seen !== null && step.changeset.id > seen;
      return changes ? [{ ...step, changes, isNew }] : [];
    });
    return order === 'oldest' ? found.toReversed() : found;
  }, [steps, filter, seen, order]);

  const newest = newer.count === 0 ? steps[0]?.changeset.id : undefined;
  useEffect(() => {
    if (newest !== undefined) noteSeen(artifactId, newest);
  }, [artifactId, newest]);

  const ahead = order === 'oldest' ? newer : older;
  // Newest first, what is older than the visit is all that could follow; oldest first, what is newer comes last.
  const isBelow =
    order === 'newest' && after !== null && (steps.at(-1)?.changeset.id ?? 0) <= after;
  const isLooking =
    isFiltering(filter) && shown.length === 0 && ahead.count > 0 && !isBelow && !query.error;
  const lookFurther = useEffectEvent(ahead.load);
  const isIdle = !query.isFetching;
  // A page may come so soon that nobody saw the query busy: what is left then tells that it came.
  const left = ahead.count;
  useEffect(() => {
    if (isLooking && isIdle && left > 0) void lookFurther();
  }, [isLooking, isIdle, left]);

  return {
    query,
    steps,
    shown,
    size,
    isLooking,
    isFiltering: isFiltering(filter),
    /** What lies before and after what is shown, in the order of the list. */
    behind: order === 'oldest' ? older : newer,
    ahead,
    hasVisited: seen !== null,
  };
}
