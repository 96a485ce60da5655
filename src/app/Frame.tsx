import { Suspense, useEffect, useRef } from 'react';
import {
  Outlet,
  ScrollRestoration,
  useLocation,
  useNavigation,
  useNavigationType,
} from 'react-router-dom';
import { leavePage } from '~/api/session';
import { latePart } from '~/ui/latePart';
import { usePage } from '~/ui/page/usePage';
import { LoadingBar } from '~/ui/show/LoadingBar';

// Nobody needs a tooltip or a toast before the page is there.
const Overlays = latePart(async () => (await import('./Overlays')).Overlays);

/**
 * Puts the focus on the new page's title, which is read aloud then; a changed search alone is the same page. After Back
 * a table may have brought its row back: the focus stays there, as it does in the box that a page is all about.
 */
function useEndOfPage(): void {
  const { pathname } = useLocation();
  const type = useNavigationType();
  const last = useRef(pathname);
  useEffect(() => {
    if (last.current === pathname) return;
    last.current = pathname;
    leavePage();
    const focused = document.activeElement;
    if (focused?.matches('main input')) return;
    if (type === 'POP' && focused?.closest('main [role=grid]')) return;
    document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true });
  }, [pathname, type]);
}

/** Around every page, with or without a session: document title, wait, focus, tooltips, toasts. */
export function Frame() {
  const page = usePage();
  const isWaiting = useNavigation().state !== 'idle';
  useEndOfPage();
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
