import type { QueryClient } from '@tanstack/react-query';

/** What a page's `loader` gets. It ensures the page's queries and gives what `handle` needs; it throws `ApiError`. */
export interface PageLoaderArgs {
  params: Readonly<Record<string, string | undefined>>;
  request: Request;
  queryClient: QueryClient;
}

/** One step of the breadcrumb; the last one, the page itself, has no `to`. */
export interface Crumb {
  label: string;
  to?: string;
}

/**
 * What a page says of itself, from what its loader gave. Method syntax on purpose: the router holds handles for any `Data`.
 * `const handle: PageHandle<Awaited<ReturnType<typeof loader>>> = { title: ({ project }) => project.label }`
 */
export interface PageHandle<Data = unknown> {
  /** The document's title, and the name under "Recent". */
  title(data: Data): string;
  /** From the outside in. The page's own step may be shorter than its title (`#431`). */
  crumbs?(data: Data): readonly Crumb[];
  /** The project this page belongs to: the sidebar shows its places. */
  project?(data: Data): { id: number; label: string } | undefined;
  /** Listed under "Recent" with this icon; pages that are no thing of their own leave it out. */
  recent?: 'project' | 'tracker' | 'artifact' | 'svn';
}

/** What `routes.tsx` loads lazily for an address: the exports of an `XPage.tsx`. */
export interface PageModule {
  loader?(args: PageLoaderArgs): unknown;
  handle: PageHandle;
}

/** The id in an address (`/projects/:id`), or undefined when it is none: such an address leads nowhere. */
export function idOf(text: string | undefined): number | undefined {
  return text !== undefined && /^[1-9]\d{0,9}$/.test(text) ? Number(text) : undefined;
}
