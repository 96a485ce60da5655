import { type UseQueryOptions, useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { explain } from '~/api/explain';
import { ErrorPanel } from '~/ui/show/ErrorPanel';
import './panel.css';

export type PanelQuery<Data> = UseQueryOptions<Data, Error, Data, (string | number)[]>;

interface PanelProps<Data> {
  query: PanelQuery<Data>;
  /** While it loads for the first time: of the same size as the content. */
  fallback: ReactNode;
  /** `isOld`: the data of what was shown before, while the new one is on its way. */
  children(data: Data, isOld: boolean): ReactNode;
}

/**
 * A part of a page that loads and fails by itself. It takes the failure as a value: thrown to a boundary, React would
 * report every server that is down as a fault of ours.
 */
export function Panel<Data>({ query, fallback, children }: PanelProps<Data>) {
  const { data, error, refetch, isPlaceholderData } = useQuery(query);
  if (data !== undefined) return children(data, isPlaceholderData);
  if (!error) return fallback;
  return (
    <div className="panel-error">
      <ErrorPanel words={explain(error)} onRetry={() => void refetch()} />
    </div>
  );
}
