// @vitest-environment happy-dom
import '../../../tests/setupPage';
import { QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, renderHook, waitFor } from '@testing-library/react';
import { afterEach, expect, onTestFinished, test, vi } from 'vitest';
import { createQueryClient } from '~/api/queryClient';
import { openFetchDoor } from '../../../tests/fetchDoor';
import { aUser } from '../../../tests/fixtures/fields';
import { beSignedIn } from '../../../tests/fixtures/signedIn';
import { usePeopleSearch } from './usePeopleSearch';

afterEach(cleanup);

/** A search on a server where so many people match, with what it was asked for. */
function search(count: number, typed: string) {
  beSignedIn();
  const sent = openFetchDoor(() =>
    Response.json(Array.from({ length: count }, (_, at) => aUser(200 + at, `d${at}`, `D ${at}`))),
  );
  const client = createQueryClient();
  const { result, rerender } = renderHook((text: string) => usePeopleSearch(text), {
    initialProps: typed,
    wrapper: ({ children }) => (
      <QueryClientProvider client={client}>{children}</QueryClientProvider>
    ),
  });
  const asked = () => sent.map(({ url }) => url.searchParams.get('query'));
  return { result, asked, type: rerender };
}

test('E4: the server gives the first of many who match, and that is said', async () => {
  const many = search(20, 'dora').result;
  await waitFor(() => expect(many.current.people).toHaveLength(20));
  expect(many.current.hint).toBe('The first 20: type on for others');
  const few = search(3, 'dor').result;
  await waitFor(() => expect(few.current.people).toHaveLength(3));
  expect(few.current.hint).toBeUndefined();
  const nobody = search(0, 'do').result;
  expect(nobody.current).toMatchObject({ people: [], hint: 'Type 3 letters of a name' });
});

test('E4: a name is searched for once, when it stands still, and until then it is being searched for', async () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const { result, asked, type } = search(2, '');
  for (const text of ['dor', 'dora', 'dora ']) {
    type(text);
    await act(() => vi.advanceTimersByTimeAsync(100));
    expect(result.current).toMatchObject({ people: [], hint: 'Searching…' });
  }
  // It stands still; then the answer comes.
  await act(() => vi.advanceTimersByTimeAsync(500));
  await act(() => vi.advanceTimersByTimeAsync(500));
  expect(result.current.people).toHaveLength(2);
  expect(asked()).toEqual(['dora']);
});
