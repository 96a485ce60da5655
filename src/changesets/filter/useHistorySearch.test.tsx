import { act, cleanup, render, waitFor } from '@testing-library/react';
import { use, useLayoutEffect } from 'react';
import { flushSync } from 'react-dom';
import { createMemoryRouter, RouterProvider, useSearchParams } from 'react-router-dom';
import { afterEach, expect, onTestFinished, test, vi } from 'vitest';
import type { SearchChanges } from './historySearch';
import { useHistorySearch } from './useHistorySearch';

afterEach(cleanup);

/** A page with the hook beside a part that is not ready for `?words=l` until `release` is called. */
function openPage() {
  let release = () => {};
  const ready = new Promise<void>((resolve) => {
    release = resolve;
  });
  const page = { ask: (_changes: SearchChanges) => {}, words: '' };
  function Slow() {
    const [params] = useSearchParams();
    if (params.get('words') === 'l') use(ready);
    return null;
  }
  function Page() {
    const [search, ask] = useHistorySearch();
    // What stands on the page, not what is only tried.
    useLayoutEffect(() => {
      page.ask = ask;
      page.words = search.words;
    });
    return <Slow />;
  }
  const router = createMemoryRouter([{ path: '/', element: <Page /> }], { initialEntries: ['/'] });
  render(<RouterProvider router={router} />);
  const type = (words: string) => act(async () => page.ask({ words }));
  const at = (search: string) => waitFor(() => expect(router.state.location.search).toBe(search));
  return { page, router, type, at, release: () => act(async () => release()) };
}

test('H1: what is typed is one place, also where the page is slower than the typing', async () => {
  const { page, router, type, at, release } = openPage();
  await type('l');
  await at('?words=l');
  // The address is there, and the page not yet.
  await type('legal');
  await act(() => new Promise((resolve) => setTimeout(resolve, 700)));
  await release();
  await at('?words=legal');
  expect(page.words).toBe('legal');
  await act(async () => router.navigate(-1));
  await at('');
  await waitFor(() => expect(page.words).toBe(''));
});

test('H1: what is typed and erased at once is no place', async () => {
  const { page, router, type } = openPage();
  const key = router.state.location.key;
  await type('x');
  await type('');
  await act(() => new Promise((resolve) => setTimeout(resolve, 500)));
  expect(page.words).toBe('');
  expect(router.state.location.key).toBe(key);
});

test('H1: there and back before the first arrives, what is typed then reaches the address', async () => {
  const { page, type, at } = openPage();
  await type('l');
  await at('?words=l');
  // The page never stood at this address.
  await type('');
  await at('');
  await type('legal');
  await at('?words=legal');
  expect(page.words).toBe('legal');
});

test('H1: what was on its way is not lost where another writes the same place anew', async () => {
  const { page, router, type, at, release } = openPage();
  await type('l');
  await at('?words=l');
  await act(async () => router.navigate('/', { replace: true, state: 'done' }));
  await at('');
  expect(page.words).toBe('l');
  await at('?words=l');
  await release();
  await type('legal');
  await at('?words=legal');
});

test('H1: a letter that comes in the moment in which the others are sent is not lost', async () => {
  const { page, router } = openPage();
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  vi.stubGlobal('IS_REACT_ACT_ENVIRONMENT', false);
  onTestFinished(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });
  flushSync(() => page.ask({ words: 'au' }));
  // They are sent, the page is not drawn again yet, and a key comes first.
  vi.advanceTimersByTime(300);
  flushSync(() => page.ask({ words: 'aud' }));
  await vi.waitFor(() => expect(router.state.location.search).toBe('?words=aud'));
  expect(page.words).toBe('aud');
});
