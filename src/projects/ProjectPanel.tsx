import { type QueryKey, useQuery } from '@tanstack/react-query';
import { type ReactNode, useId } from 'react';
import { Skeleton } from '~/ui/show/Skeleton';
import { Panel, type PanelQuery } from './Panel';

interface ProjectPanelProps<Item, Key extends QueryKey> {
  /** Also the anchor that the sidebar links to. */
  id: string;
  title: string;
  query: PanelQuery<Item[], Key>;
  children(items: Item[]): ReactNode;
}

/** One service of a project with its count: loads and fails by itself, the others stay. */
export function ProjectPanel<Item, Key extends QueryKey>(props: ProjectPanelProps<Item, Key>) {
  const { id, title, query, children } = props;
  const heading = useId();
  const { data } = useQuery({ ...query, retryOnMount: false });
  return (
    <section id={id} className="project-panel" aria-labelledby={heading}>
      <h2 id={heading}>
        {title} {data ? <span className="project-panel-count">{data.length}</span> : null}
      </h2>
      <Panel query={query} fallback={<Skeleton lines={3} height={36} />}>
        {children}
      </Panel>
    </section>
  );
}
