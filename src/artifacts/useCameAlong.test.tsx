import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { createBrowserRouter, RouterProvider } from 'react-router-dom';
import { expect, test } from 'vitest';
import { useCameAlong } from './useCameAlong';

const textIn = (state: unknown) => (typeof state === 'string' ? state : null);

function Page() {
  const [came, end] = useCameAlong(textIn);
  return (
    <>
      <p>{came ?? 'Nothing came'}</p>
      <button type="button" onClick={end}>
        Understood
      </button>
    </>
  );
}

/** The page at the address of now, in a browser that has just loaded it. */
function load() {
  cleanup();
  const router = createBrowserRouter([{ path: '*', element: <Page /> }]);
  render(<RouterProvider router={router} />);
  return router;
}

test('V7: what was ended at another place of the page does not come again by the way back, though that place was loaded anew', async () => {
  await act(() => load().navigate('/artifacts/431', { state: 'req #12 was not moved.' }));
  const before = load();
  expect(screen.getByText('req #12 was not moved.')).toBeVisible();
  await act(() => before.navigate('/artifacts/431?show=comments'));
  expect(screen.getByText('req #12 was not moved.')).toBeVisible();
  fireEvent.click(screen.getByRole('button', { name: 'Understood' }));
  await waitFor(() => expect(screen.getByText('Nothing came')).toBeVisible());
  before.dispose();
  const router = load();
  expect(screen.getByText('Nothing came')).toBeVisible();
  await act(() => router.navigate(-1));
  await waitFor(() => expect(location.search).toBe(''));
  await waitFor(() => expect(router.state.location.state).toBeNull());
  expect(screen.getByText('Nothing came')).toBeVisible();
  router.dispose();
});
