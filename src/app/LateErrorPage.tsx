import { lazy, type ReactNode, Suspense } from 'react';

/** When not even the error page arrives: the server of this page is gone, so plain words must do. */
function PlainError() {
  return (
    <div className="error-page" role="alert">
      <h1>This page failed, and the rest of Parterre cannot be loaded</h1>
      <p>The connection may be lost, or a new version may be out. Reload the page.</p>
    </div>
  );
}

/** Fetches the error page; called while all is well, so that it is there when the connection is not. */
export async function fetchErrorPage(): Promise<{ default: () => ReactNode }> {
  return import('./ErrorPage').then(
    ({ ErrorPage }) => ({ default: ErrorPage }),
    () => ({ default: PlainError }),
  );
}

const ErrorPage = lazy(fetchErrorPage);

/** The error page of every route. It is no part of the first load: most visits never see it. */
export function LateErrorPage() {
  return (
    <Suspense>
      <ErrorPage />
    </Suspense>
  );
}
