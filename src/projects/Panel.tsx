import { type QueryKey, type UseQueryOptions, useQuery } from '@tanstack/react-query';
import { lazy, type ReactNode, Suspense } from 'react';
import './panel.css';

export type PanelQuery<Data, Key extends QueryKey> = UseQueryOptions<Data, Error, Data, Key>;

// The words of errors are no part of the first load; where they cannot be fetched either, the plain fact must do.
const PanelFailure = lazy(() =>
  import('./PanelFailure').then(
    ({ PanelFailure: Failure }) => ({ default: Failure }),
    () => ({ default: () => <p role="alert">This part could not be loaded. Reload the page.</p> }),
  ),
);

interface PanelProps<Data, Key extends QueryKey> {
  query: PanelQuery<Data, Key>;
  /** While it loads for the first time: of the same size as the content. */
  fallback: ReactNode;
  /** `isOld`: the data of what was shown before, while the new one is on its way. */
  children(data: Data, isOld: boolean): ReactNode;
}

/**
 * A part of a page that loads and fails by itself. It takes the failure as a value: thrown to a boundary, React would
 * report every server that is down as a fault of ours.
 */
export function Panel<Data, Key extends QueryKey>(props: PanelProps<Data, Key>) {
  const { query, fallback, children } = props;
  // The page's loader has just asked: an error it met is shown, not asked for again.
  const { data, error, refetch, isPlaceholderData } = useQuery({ ...query, retryOnMount: false });
  if (data !== undefined) return children(data, isPlaceholderData);
  if (!error) return fallback;
  return (
    <div className="panel-error">
      <Suspense>
        <PanelFailure error={error} onRetry={() => void refetch()} />
      </Suspense>
    </div>
  );
}
