import type { QueryClient } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router-dom';
import { startKeeping } from '~/api/keeping/keep';
import { fetchErrorPage } from '~/app/LateErrorPage';
import { createAppRouter } from '~/app/routes';
import { invariant } from '~/lib/invariant';
import { startTheme } from '~/ui/theme';
import '~/ui/base.css';

startTheme();

const root = document.getElementById('root');
invariant(root, 'index.html has no #root');
/** One cache per window, loaded with the first page that reads. */
let cache: Promise<QueryClient> | undefined;

function openCache(): Promise<QueryClient> {
  cache ??= import('~/api/queryClient').then(({ createQueryClient }) => createQueryClient());
  return cache;
}

// A frame around us could lay something over the sign-in; headers forbid it, this holds where a host sends none.
if (window.top === window.self) {
  const page = createRoot(root);
  const show = () =>
    page.render(
      <StrictMode>
        <RouterProvider router={createAppRouter(openCache)} />
      </StrictMode>,
    );
  // Where what was kept cannot be read, the person signs in anew.
  startKeeping().then(show, show);
  // While the connection works: the words for when it does not.
  addEventListener('load', () => void fetchErrorPage(), { once: true });
}
