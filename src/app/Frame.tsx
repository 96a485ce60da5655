import { lazy, Suspense, useEffect, useRef } from 'react';
import { Outlet, ScrollRestoration, useLocation, useNavigation } from 'react-router-dom';
import { usePage } from '~/ui/page/usePage';
import { LoadingBar } from '~/ui/show/LoadingBar';

// Nobody needs a tooltip or a toast before the page is there.
const Overlays = lazy(async () => ({ default: (await import('./Overlays')).Overlays }));

/** Puts the focus on the new page's title, which is read aloud then; a changed search alone is the same page. */
function useFocusAfterNavigation(): void {
  const { pathname } = useLocation();
  const last = useRef(pathname);
  useEffect(() => {
    if (last.current === pathname) return;
    last.current = pathname;
    document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true });
  }, [pathname]);
}

/** Around every page, with or without a session: document title, wait, focus, tooltips, toasts. */
export function Frame() {
  const page = usePage();
  const isWaiting = useNavigation().state !== 'idle';
  useFocusAfterNavigation();
  return (
    <>
      {page ? <title>{`${page.title} · Parterre`}</title> : null}
      {isWaiting ? <LoadingBar label="Loading the page" /> : null}
      <Outlet />
      <Suspense>
        <Overlays />
      </Suspense>
      <ScrollRestoration />
    </>
  );
}
