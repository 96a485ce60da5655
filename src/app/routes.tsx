import type { QueryClient } from '@tanstack/react-query';
import type { ComponentType } from 'react';
import {
  createBrowserRouter,
  type LoaderFunctionArgs,
  type RouteObject,
  redirect,
} from 'react-router-dom';
import { currentSession } from '~/api/session';
import { idOf, type PageModule } from '~/lib/page';
import { paths } from '~/paths';
import { LoadingBar } from '~/ui/show/LoadingBar';
import { ErrorPage } from './ErrorPage';
import { Frame } from './Frame';
import { NotFoundPage } from './NotFoundPage';

interface LazyPage extends PageModule {
  Component: ComponentType;
}

/** What stands before the app's own paths when it is deployed in a folder; `''` at the root. */
export const basename = import.meta.env.BASE_URL.replace(/\/$/, '');

function ownPlace(request: Request): string {
  const { pathname, search } = new URL(request.url);
  return pathname.slice(basename.length) + search;
}

/** Nobody signed in: to the connect page, and back here afterwards. */
function requireSession(request: Request): void {
  if (!currentSession()) throw redirect(paths.connect({ return: ownPlace(request) }));
}

function requireId(params: LoaderFunctionArgs['params']): void {
  if (params.id !== undefined && idOf(params.id) === undefined) {
    throw new Response('', { status: 404, statusText: 'Not Found' });
  }
}

/** Routes over one query cache. Each page is a chunk of its own, fetched together with its data. */
export function createRoutes(queryClient: QueryClient): RouteObject[] {
  function page(path: string, load: () => Promise<LazyPage>): RouteObject {
    return {
      path,
      errorElement: <ErrorPage />,
      lazy: async () => {
        const { loader, handle, Component } = await load();
        return {
          handle,
          Component,
          loader: async ({ params, request }: LoaderFunctionArgs) => {
            requireSession(request);
            requireId(params);
            return (await loader?.({ params, request, queryClient })) ?? {};
          },
        };
      },
    };
  }
  return [
    {
      element: <Frame />,
      errorElement: <ErrorPage />,
      hydrateFallbackElement: <LoadingBar />,
      children: [
        { path: '/', loader: () => redirect(paths.projects()) },
        {
          path: '/connect',
          errorElement: <ErrorPage />,
          lazy: async () => {
            const { loader, handle, Component } = await import('~/connect/ConnectPage');
            return {
              handle,
              Component,
              loader: ({ params, request }: LoaderFunctionArgs) =>
                loader({ params, request, queryClient }),
            };
          },
        },
        {
          lazy: () => import('./Shell'),
          children: [
            page('/projects', () => import('~/projects/ProjectsPage')),
            page('/projects/:id', () => import('~/projects/ProjectPage')),
            page('/trackers/:id', () => import('~/trackers/TrackerPage')),
            page('/artifacts/:id', () => import('~/artifacts/ArtifactPage')),
            { path: '*', element: <NotFoundPage /> },
          ],
        },
      ],
    },
  ];
}

/** The router of the browser, in whatever folder the app is deployed. */
export function createAppRouter(queryClient: QueryClient) {
  return createBrowserRouter(createRoutes(queryClient), { basename: basename || '/' });
}
