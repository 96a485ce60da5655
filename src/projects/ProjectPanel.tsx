import { type UseSuspenseQueryOptions, useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { type ReactNode, useId } from 'react';
import { Skeleton } from '~/ui/show/Skeleton';
import { Panel } from './Panel';

type ListQuery<Item> = UseSuspenseQueryOptions<Item[], Error, Item[], (string | number)[]>;

interface ProjectPanelProps<Item> {
  /** Also the anchor that the sidebar links to. */
  id: string;
  title: string;
  query: ListQuery<Item>;
  children(items: Item[]): ReactNode;
}

/** The list itself: waits, and throws, inside its panel. */
function Items<Item>({ query, children }: Pick<ProjectPanelProps<Item>, 'query' | 'children'>) {
  return children(useSuspenseQuery(query).data);
}

/** One service of a project with its count: loads and fails by itself, the others stay. */
export function ProjectPanel<Item>({ id, title, query, children }: ProjectPanelProps<Item>) {
  const heading = useId();
  // Only looks: the list inside is what fetches, fails and tries again.
  const { data } = useQuery({ ...query, enabled: false });
  return (
    <section id={id} className="project-panel" aria-labelledby={heading}>
      <h2 id={heading}>
        {title} {data ? <span className="project-panel-count">{data.length}</span> : null}
      </h2>
      <Panel about={id} fallback={<Skeleton lines={3} height={36} />}>
        <Items query={query}>{children}</Items>
      </Panel>
    </section>
  );
}
