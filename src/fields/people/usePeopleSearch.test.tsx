// @vitest-environment happy-dom
import '../../../tests/setupPage';
import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, renderHook, waitFor } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { createQueryClient } from '~/api/queryClient';
import { openFetchDoor } from '../../../tests/fetchDoor';
import { aUser } from '../../../tests/fixtures/fields';
import { beSignedIn } from '../../../tests/fixtures/signedIn';
import { usePeopleSearch } from './usePeopleSearch';

afterEach(cleanup);

/** A search on a server where so many people match. */
function search(count: number, typed: string) {
  beSignedIn();
  openFetchDoor(() =>
    Response.json(Array.from({ length: count }, (_, at) => aUser(200 + at, `d${at}`, `D ${at}`))),
  );
  const client = createQueryClient();
  const { result } = renderHook(() => usePeopleSearch(typed), {
    wrapper: ({ children }) => (
      <QueryClientProvider client={client}>{children}</QueryClientProvider>
    ),
  });
  return result;
}

test('E4: the server gives the first of many who match, and that is said', async () => {
  const many = search(20, 'dora');
  await waitFor(() => expect(many.current.people).toHaveLength(20));
  expect(many.current.hint).toBe('The first 20: type on for others');
  const few = search(3, 'dor');
  await waitFor(() => expect(few.current.people).toHaveLength(3));
  expect(few.current.hint).toBeUndefined();
  expect(search(0, 'do').current).toMatchObject({ people: [], hint: 'Type 3 letters of a name' });
});
