import { explain } from '~/api/explain';
import { TextButton } from '~/ui/button/TextButton';
import type { GridSort } from '~/ui/grid/gridColumn';
import { ProgressBar } from '~/ui/show/ProgressBar';
import { type LoadedRows, progressOf } from './rows/loadedRows';
import type { Loading } from './rows/useRestOfRows';

interface FooterProps {
  loaded: LoadedRows;
  loading: Loading;
  /** Rows in the table. */
  count: number;
  sort: GridSort | null;
  /** The header of the column that is sorted by. */
  sortedBy: string | undefined;
  onStop(): void;
  onResume(): void;
}

const number = (value: number) => value.toLocaleString();

function stateWords({ loaded, loading, count }: FooterProps): string {
  const { asked, hidden } = progressOf(loaded);
  const kept = hidden > 0 ? `, ${number(hidden)} not visible to you` : '';
  if (asked < loaded.size) {
    const progress = `${number(asked)} of ${number(loaded.size)} loaded${kept}`;
    return loading.phase === 'stopped' ? `Stopped: ${progress}` : progress;
  }
  if (loading.phase === 'loading') return `All ${number(count)} loaded${kept}, looking for changes`;
  return `All ${number(count)} loaded${kept}`;
}

/** How much of the result is here, how to stop or go on, and over how much of it the table is sorted. */
export function ResultFooter(props: FooterProps) {
  const { loaded, loading, count, sort, sortedBy, onStop, onResume } = props;
  const { asked } = progressOf(loaded);
  const isPartial = asked < loaded.size;
  const words = stateWords(props);
  return (
    <div className="result-footer">
      {isPartial && loading.phase === 'loading' ? (
        <>
          <ProgressBar label="Loading artifacts" done={asked} total={loaded.size} />
          <span className="tabular">{words}</span>
          <TextButton onClick={onStop}>Stop</TextButton>
        </>
      ) : (
        <span className="tabular" role="status">
          {words}
        </span>
      )}
      {loading.phase === 'stopped' ? (
        <TextButton onClick={onResume}>Load the rest</TextButton>
      ) : null}
      {loading.phase === 'failed' ? (
        <span className="result-failed" role="alert">
          {explain(loading.error).title}. <TextButton onClick={onResume}>Try again</TextButton>
        </span>
      ) : null}
      {sort && sortedBy !== undefined ? (
        <span className="result-sorted tabular">
          Sorted {number(count)} of {number(loaded.size)} by {sortedBy}
        </span>
      ) : null}
    </div>
  );
}
