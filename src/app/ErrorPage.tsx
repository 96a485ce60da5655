import { QueryClientContext } from '@tanstack/react-query';
import { use } from 'react';
import { isRouteErrorResponse, useRevalidator, useRouteError } from 'react-router-dom';
import { explain } from '~/api/explain';
import { paths } from '~/paths';
import { LinkButton } from '~/ui/button/LinkButton';
import { ErrorPanel } from '~/ui/show/ErrorPanel';
import { Component as NotFoundPage } from './NotFoundPage';
import { NotFetched, notFetchedWords } from './notFetched';
import './error.css';

/** In place of a page that failed, with the shell around it: what happened, what is safe, what to do. */
export function ErrorPage() {
  const error = useRouteError();
  const { revalidate, state } = useRevalidator();
  // Outside of the shell there is none.
  const queryClient = use(QueryClientContext);
  if (isRouteErrorResponse(error) && error.status === 404) return <NotFoundPage />;
  const isFetched = !(error instanceof NotFetched);
  const words = isFetched ? explain(error) : notFetchedWords(error);
  return (
    <div className="error-page error-page-wide">
      <title>{`${words.title} · Parterre`}</title>
      <ErrorPanel
        words={words}
        level={1}
        isRetrying={state === 'loading'}
        onRetry={async () => {
          if (!isFetched) {
            // Offline, the browser's own page would take the place of ours.
            if (navigator.onLine) location.reload();
            return;
          }
          // Failed queries would throw their old error again as soon as the page comes back.
          queryClient?.removeQueries({ predicate: ({ state: of }) => of.status === 'error' });
          await revalidate();
        }}
        actions={
          <LinkButton to={paths.projects()} variant="quiet">
            Go to the projects
          </LinkButton>
        }
      />
    </div>
  );
}
