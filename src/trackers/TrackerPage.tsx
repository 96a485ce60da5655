import { keepPreviousData, useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { Link, useParams, useSearchParams } from 'react-router-dom';
import { hasStatus } from '~/api/error';
import { explain } from '~/api/explain';
import { type Tracker, trackerQuery } from '~/api/trackers';
import type { PageHandle, PageLoaderArgs } from '~/lib/page';
import { readSearch, withSearch } from '~/lib/searchParams';
import { paths } from '~/paths';
import { readSort, writeSort } from '~/ui/grid/sortParam';
import { NARROW, useMedia } from '~/ui/grid/useMedia';
import { PageHead } from '~/ui/page/PageHead';
import { Swatch } from '~/ui/show/Dot';
import { EmptyState } from '~/ui/show/EmptyState';
import { ErrorPanel } from '~/ui/show/ErrorPanel';
import { Skeleton } from '~/ui/show/Skeleton';
import { ColumnChooser } from './columns/ColumnChooser';
import { ID, readColumns, usualColumns } from './columns/trackerColumns';
import { NewArtifactButton } from './NewArtifactButton';
import { type AskedQuery, QueryBar } from './query/QueryBar';
import { readQuery, trackerSearchSchema } from './query/trackerSearch';
import { Results } from './Results';
import { rowsQuery } from './rows/rowsQuery';
import './tracker.css';

/** Waits for the structure alone; the first artifacts are asked for at once and show themselves when they come. */
export async function loader({ params, request, queryClient }: PageLoaderArgs) {
  const tracker = await queryClient.ensureQueryData(trackerQuery(Number(params.id)));
  const search = readSearch(trackerSearchSchema, new URL(request.url).searchParams);
  const { query, problem } = readQuery(tracker, search);
  if (problem === undefined) void queryClient.prefetchQuery(rowsQuery(tracker, query));
  return { tracker };
}

export const handle: PageHandle<Awaited<ReturnType<typeof loader>>> = {
  title: ({ tracker }) => tracker.label,
  crumbs: ({ tracker: { label, project } }) => [
    { label: 'Projects', to: paths.projects() },
    { label: project.label, to: paths.project(project.id) },
    { label },
  ],
  project: ({ tracker }) => ({ id: tracker.project.id, label: tracker.project.label }),
  recent: 'tracker',
};

export function Component() {
  const { data: tracker } = useSuspenseQuery(trackerQuery(Number(useParams().id)));
  // Another tracker is another table, another query, other columns.
  return <TrackerView key={tracker.id} tracker={tracker} />;
}

function useTrackerSearch(tracker: Tracker) {
  const [params, setParams] = useSearchParams();
  const { tql, q, cols, sort } = readSearch(trackerSearchSchema, params);
  const isNarrow = useMedia(NARROW);
  const read = useMemo(() => readQuery(tracker, { tql, q }), [tracker, tql, q]);
  const columns = useMemo(() => {
    const chosen = readColumns(cols, tracker);
    return chosen.length > 0 ? chosen : usualColumns(tracker, isNarrow);
  }, [cols, tracker, isNarrow]);
  const order = useMemo(() => readSort(sort), [sort]);
  return {
    asked: useMemo(() => ({ tql, q }), [tql, q]),
    read,
    columns,
    sort: order,
    ask: (next: AskedQuery) => setParams((now) => withSearch(now, { ...next })),
    show: (ids: readonly string[]) =>
      setParams((now) => withSearch(now, { cols: ids.filter((id) => id !== ID).join(',') }), {
        replace: true,
      }),
    order: (next: typeof order) =>
      setParams((now) => withSearch(now, { sort: writeSort(next) }), { replace: true }),
  };
}

/** What is wrong with the query itself, in the server's own words where it has some. */
function refusal(error: Error | null): string | undefined {
  if (!hasStatus(error, 400)) return undefined;
  return error.serverMessages.join('\n') || 'The server refused this query and gave no reason.';
}

function TrackerView({ tracker }: { tracker: Tracker }) {
  const { asked, read, columns, sort, ask, show, order } = useTrackerSearch(tracker);
  const { data, error, isPlaceholderData, isFetching, refetch } = useQuery({
    ...rowsQuery(tracker, read.query),
    enabled: read.problem === undefined,
    placeholderData: keepPreviousData,
  });
  const isWrong = read.problem !== undefined || refusal(error) !== undefined;
  const loaded = isWrong ? undefined : data;
  return (
    <div className="page-fill">
      <PageHead
        title={
          <span className="tracker-title">
            <Swatch color={tracker.color_name} />
            {tracker.label}
          </span>
        }
        count={loaded ? `${loaded.size.toLocaleString()} artifacts` : null}
        facts={[
          <Link key="project" className="tracker-project" to={paths.project(tracker.project.id)}>
            {tracker.project.label}
          </Link>,
          ...(tracker.description === '' ? [] : [tracker.description]),
        ]}
        actions={
          <>
            <ColumnChooser tracker={tracker} shown={columns} onChange={show} />
            <NewArtifactButton tracker={tracker} />
          </>
        }
      >
        <QueryBar
          tracker={tracker}
          asked={asked}
          lines={read.lines}
          isRunning={isFetching && (isPlaceholderData || data === undefined)}
          error={read.problem ?? refusal(error)}
          onRun={(next) => {
            if (next.tql === asked.tql && next.q === asked.q) void refetch();
            else ask(next);
          }}
        />
      </PageHead>
      {loaded ? (
        <Results
          tracker={tracker}
          query={read.query}
          loaded={loaded}
          isOld={isPlaceholderData}
          columns={columns}
          sort={sort}
          onSort={order}
          onShowAll={() => ask({ tql: '', q: '' })}
        />
      ) : isWrong ? (
        <EmptyState title="This query did not run">
          Your text is kept. Change what is named above, then run it again.
        </EmptyState>
      ) : error ? (
        <div className="results-failed">
          <ErrorPanel words={explain(error)} onRetry={() => void refetch()} />
        </div>
      ) : (
        <div className="results-wait">
          <Skeleton lines={16} />
        </div>
      )}
    </div>
  );
}
