import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type Changeset, changesetsQuery } from '~/api/changesets';
import { explain } from '~/api/explain';
import { useSession } from '~/api/session';
import type { Field } from '~/api/trackers';
import { changesBetween, type FieldChange } from '~/saving/changes';
import { Button } from '~/ui/button/Button';
import { Segments } from '~/ui/form/Segments';
import { ErrorPanel } from '~/ui/show/ErrorPanel';
import { Skeleton } from '~/ui/show/Skeleton';
import { HistoryEntry } from './HistoryEntry';
import './history.css';

type Filter = 'all' | 'comments' | 'changes';

interface Step {
  changeset: Changeset;
  changes: readonly FieldChange[] | null;
  isFirst: boolean;
}

/** Newest first; each with what it changed against the one before it, where that one is loaded. */
function stepsOf(
  newestFirst: readonly Changeset[],
  fields: readonly Field[],
  isWhole: boolean,
): Step[] {
  return newestFirst.map((changeset, index) => {
    const before = newestFirst[index + 1];
    return {
      changeset,
      changes: before ? changesBetween(before.values, changeset.values, fields) : null,
      isFirst: isWhole && !before,
    };
  });
}

function isShown({ changeset, changes, isFirst }: Step, filter: Filter): boolean {
  if (filter === 'comments') return changeset.last_comment.body.trim() !== '';
  return filter === 'all' || isFirst || (changes !== null && changes.length > 0);
}

/** The changesets of an artifact, newest first, older ones on request. Loads and fails on its own. */
export function History({ artifactId, fields }: { artifactId: number; fields: readonly Field[] }) {
  const me = useSession().session?.person.id;
  const [filter, setFilter] = useState<Filter>('all');
  const query = useInfiniteQuery(changesetsQuery(artifactId));
  const pages = query.data?.pages ?? [];
  const older = pages.at(-1)?.offset ?? 0;
  const changesets = pages.flatMap((page) => page.changesets);
  const shown = stepsOf(changesets, fields, older === 0).filter((step) => isShown(step, filter));
  const words = query.error ? explain(query.error, 'read the history') : null;
  return (
    <section className="history" aria-label="History">
      <header className="history-title">
        <h2>History</h2>
        <span className="meta soft tabular">{pages[0]?.size}</span>
        <Segments<Filter>
          label="Show in the history"
          size="small"
          value={filter}
          onChange={setFilter}
          segments={[
            { value: 'all', label: 'All' },
            { value: 'comments', label: 'Comments' },
            { value: 'changes', label: 'Changes' },
          ]}
        />
      </header>
      {words ? (
        <ErrorPanel
          words={words}
          onRetry={() => void query.refetch()}
          isRetrying={query.isFetching}
        />
      ) : null}
      {query.isPending ? <Skeleton lines={6} height={44} /> : null}
      {query.data && shown.length === 0 ? (
        <p className="meta soft">
          {filter === 'comments' ? 'Nobody has commented yet.' : 'No change among these.'}
        </p>
      ) : null}
      <ol className="history-list">
        {shown.map((step) => (
          <HistoryEntry
            key={step.changeset.id}
            {...step}
            isMine={step.changeset.submitted_by === me}
          />
        ))}
      </ol>
      {query.hasNextPage ? (
        <Button
          variant="quiet"
          size="small"
          isPending={query.isFetchingNextPage}
          onClick={() => void query.fetchNextPage()}
        >
          {older === 1 ? '1 older changeset' : `${older} older changesets`}
        </Button>
      ) : null}
    </section>
  );
}
