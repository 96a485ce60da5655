import { useQueryClient } from '@tanstack/react-query';
import { SearchX } from 'lucide-react';
import { useLayoutEffect, useMemo } from 'react';
import { useLocation } from 'react-router-dom';
import type { Tracker } from '~/api/trackers';
import { paths } from '~/paths';
import { Button } from '~/ui/button/Button';
import { Grid } from '~/ui/grid/Grid';
import type { GridSort } from '~/ui/grid/gridColumn';
import { useGridTable } from '~/ui/grid/useGridTable';
import { NARROW, useMedia } from '~/ui/grid/useMedia';
import { EmptyState } from '~/ui/show/EmptyState';
import { LoadingBar } from '~/ui/show/LoadingBar';
import { trackerColumns } from './columns/trackerColumns';
import { ResultFooter } from './ResultFooter';
import { type LoadedRows, rowsOf } from './rows/loadedRows';
import { type ArtifactsQuery, refreshRows } from './rows/rowsQuery';
import { useRestOfRows } from './rows/useRestOfRows';

interface ResultsProps {
  tracker: Tracker;
  query: ArtifactsQuery;
  loaded: LoadedRows;
  /** The rows of what was asked before; those of `query` are on their way. */
  isOld: boolean;
  columns: readonly string[];
  sort: GridSort | null;
  onSort(sort: GridSort | null): void;
  onShowAll(): void;
}

const rowId = ({ id }: { id: number }) => String(id);

/** The artifacts that match, as a table; loads the rest of them while it stands. */
export function Results(props: ResultsProps) {
  const { tracker, query, loaded, isOld, columns: ids, sort, onSort, onShowAll } = props;
  const client = useQueryClient();
  const { key } = useLocation();
  const isNarrow = useMedia(NARROW);
  const { loading, stop, resume } = useRestOfRows(tracker, query, isOld ? undefined : loaded);
  const columns = useMemo(() => trackerColumns(tracker, ids, isNarrow), [tracker, ids, isNarrow]);
  const loadedRows = useMemo(() => rowsOf(loaded), [loaded]);
  const rows = useGridTable({ columns, rows: loadedRows, rowId, sort });
  useLayoutEffect(() => refreshRows(client, tracker, query), [client, tracker, query]);
  const hasQuery = query.tql !== undefined || query.criteria !== undefined;
  return (
    <div className="results">
      {isOld ? <LoadingBar label="Asking for artifacts" place="panel" /> : null}
      <Grid
        key={loaded.id}
        label={tracker.label}
        columns={columns}
        rows={rows}
        rowId={rowId}
        rowHref={({ id }) => paths.artifact(id)}
        sort={sort}
        onSort={onSort}
        isBusy={loading.phase === 'loading'}
        memoryKey={key}
        empty={
          loaded.size > 0 ? (
            <EmptyState title="None of these artifacts is visible to you" />
          ) : (
            <EmptyState
              icon={<SearchX size={24} strokeWidth={1.5} aria-hidden="true" />}
              title={hasQuery ? 'No artifact matches' : `No artifacts in ${tracker.label} yet`}
              action={hasQuery ? <Button onClick={onShowAll}>Show all artifacts</Button> : null}
            >
              {hasQuery
                ? 'Artifacts that your account may not see are never part of a result.'
                : 'Artifacts appear here as soon as somebody creates one.'}
            </EmptyState>
          )
        }
      />
      {loaded.size === 0 ? null : (
        <ResultFooter
          loaded={loaded}
          loading={loading}
          count={rows.length}
          sort={sort}
          sortedBy={columns.find(({ id }) => id === sort?.column)?.header}
          onStop={stop}
          onResume={resume}
        />
      )}
    </div>
  );
}
