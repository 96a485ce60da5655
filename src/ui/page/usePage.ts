import { useMatches } from 'react-router-dom';
import type { Crumb, PageHandle } from '~/lib/page';

export interface PageFacts {
  title: string;
  crumbs: readonly Crumb[];
  project: { id: number; label: string } | undefined;
  recent: PageHandle['recent'];
  /** Path without search: the page's place. */
  path: string;
}

function isHandle(handle: unknown): handle is PageHandle {
  return typeof handle === 'object' && handle !== null && 'title' in handle;
}

/** What the current page says of itself by its `handle`; undefined where no page is (an error, a wait). */
export function usePage(): PageFacts | undefined {
  const match = useMatches().findLast(({ handle }) => isHandle(handle));
  if (!match || !isHandle(match.handle)) return undefined;
  const { handle, loaderData: data, pathname: path } = match;
  // A loader that failed gave nothing: the error page stands there, and the handle has nothing to speak of.
  if (data === undefined && handle.title.length > 0) return undefined;
  const title = handle.title(data);
  return {
    title,
    crumbs: handle.crumbs?.(data) ?? [{ label: title }],
    project: handle.project?.(data),
    recent: handle.recent,
    path,
  };
}
