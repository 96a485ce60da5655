import type { useTimeline } from '~/changesets/useTimeline';
import type { HistorySearch } from './historySearch';

/** The changesets of an artifact, as far as they are loaded. */
export type Timeline = ReturnType<typeof useTimeline>;

/** More is asked for than comments alone. */
export function isNarrowed({ by, field, words, sinceVisit }: HistorySearch): boolean {
  return by !== null || field !== null || words !== '' || sinceVisit;
}

/** What a filter has looked through, or why nothing stands here. */
export function Told({ timeline, search }: { timeline: Timeline; search: HistorySearch }) {
  const { query, shown, steps, size, isFiltering, isLooking } = timeline;
  if (!query.data) return null;
  const isMissing =
    search.changeset !== null && !steps.some(({ changeset }) => changeset.id === search.changeset);
  if (isMissing) {
    return (
      <p className="meta soft" role="status">
        Changeset {search.changeset} is not among those that you may see. This is its place.
      </p>
    );
  }
  const isEmpty = shown.length === 0 && timeline.ahead.count === 0;
  if (search.show === 'comments' && isEmpty && !isNarrowed(search)) {
    return <p className="meta soft">Nobody has commented yet.</p>;
  }
  if (!isFiltering) return null;
  const looked = `${steps.length} of ${size} changesets`;
  return (
    <p className="meta soft" role="status">
      {isLooking
        ? `Looking further, ${looked} so far…`
        : shown.length === 0
          ? `Nothing like that in ${looked}.`
          : `${shown.length} found in ${looked}.`}
    </p>
  );
}
