import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router-dom';
import { createQueryClient } from '~/api/queryClient';
import { createAppRouter } from '~/app/routes';
import { startKeeping } from '~/connect/keep';
import { invariant } from '~/lib/invariant';
import { startTheme } from '~/ui/theme';
import '~/ui/base.css';

startTheme();
startKeeping();

const root = document.getElementById('root');
invariant(root, 'index.html has no #root');
// A frame around us could lay something over the sign-in; headers forbid it, this holds where a host sends none.
if (window.top === window.self) {
  const queryClient = createQueryClient();
  createRoot(root).render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <RouterProvider router={createAppRouter(queryClient)} />
      </QueryClientProvider>
    </StrictMode>,
  );
}
