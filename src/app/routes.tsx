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
import { Frame } from './Frame';
import { LateErrorPage } from './LateErrorPage';
import { NotFetched } from './notFetched';

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

/** The one query cache of the window, or how to get it: the connect page does without, so it need not be loaded first. */
export type CacheSource = QueryClient | (() => Promise<QueryClient>);

/**
 * What every route that is fetched has. Where fetching it fails, React Router 7 draws only as far as the last route with a
 * fallback (`_renderMatches`): without one of its own, not the error page but nothing would stand there.
 */
const fetched = { errorElement: <LateErrorPage />, hydrateFallbackElement: <></> };

/** Routes over one query cache. Each page is a chunk of its own, fetched together with its data. */
export function createRoutes(cache: CacheSource): RouteObject[] {
  const open = async () => (typeof cache === 'function' ? cache() : cache);
  function page(path: string, load: () => Promise<LazyPage>): RouteObject {
    return {
      path,
      ...fetched,
      lazy: async () => {
        const { loader, handle, Component } = await load().catch((cause: unknown) => {
          throw new NotFetched(cause);
        });
        return {
          handle,
          Component,
          loader: async ({ params, request }: LoaderFunctionArgs) => {
            requireSession(request);
            requireId(params);
            const queryClient = await open();
            return (await loader?.({ params, request, queryClient })) ?? {};
          },
        };
      },
    };
  }
  return [
    {
      element: <Frame />,
      errorElement: <LateErrorPage />,
      hydrateFallbackElement: <LoadingBar />,
      children: [
        { path: '/', loader: () => redirect(paths.projects()) },
        {
          path: '/connect',
          ...fetched,
          // It came with the shell: nothing of it is needed before somebody is signed in.
          action: async ({ request }) =>
            (await import('./session/signOut')).accountAction(open, request),
          lazy: () => import('~/connect/ConnectPage'),
        },
        {
          path: '/connect/doctor',
          ...fetched,
          lazy: () => import('~/doctor/ConnectDoctorPage'),
        },
        {
          ...fetched,
          lazy: () => import('./Shell'),
          loader: async () => ({ queryClient: await open() }),
          shouldRevalidate: () => false,
          children: [
            page('/projects', () => import('~/projects/ProjectsPage')),
            page('/projects/new', () => import('~/projects/new/NewProjectPage')),
            page('/projects/:id', () => import('~/projects/ProjectPage')),
            page('/projects/:id/svn', () => import('~/svn/ProjectSvnPage')),
            page('/svn/:id', () => import('~/svn/SvnPage')),
            page('/trackers/:id', () => import('~/trackers/TrackerPage')),
            page('/trackers/:id/new', () => import('~/artifacts/new/NewArtifactPage')),
            page('/artifacts/compare', () => import('~/artifacts/compare/ComparePage')),
            page('/artifacts/:id', () => import('~/artifacts/ArtifactPage')),
            page('/doctor', () => import('~/doctor/DoctorPage')),
            page('/account', () => import('~/account/AccountPage')),
            page('/account/data', () => import('~/account/data/DataPage')),
            page('/account/keys', () => import('~/account/AccessKeysPage')),
            page('/drafts', () => import('~/drafts/DraftsPage')),
            page('/journal', () => import('~/journal/JournalPage')),
            page('/blueprint', () => import('~/blueprint/BlueprintPage')),
            page(
              '/blueprint/projects/:id/artifacts',
              () => import('~/blueprint/BlueprintArtifactsPage'),
            ),
            { path: '*', ...fetched, lazy: () => import('./NotFoundPage') },
          ],
        },
      ],
    },
  ];
}

/** The router of the browser, in whatever folder the app is deployed. */
export function createAppRouter(cache: CacheSource) {
  return createBrowserRouter(createRoutes(cache), { basename: basename || '/' });
}
