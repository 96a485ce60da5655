import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { Menu as MenuIcon } from 'lucide-react';
import { Suspense, useEffect, useEffectEvent, useState } from 'react';
import { Outlet, useLoaderData } from 'react-router-dom';
import { watchWrites } from '~/api/requests/write';
import { useSession } from '~/api/session';
import { readStored, writeStored } from '~/lib/storage';
import { visit } from '~/links/recent';
import { IconButton } from '~/ui/button/IconButton';
import { latePart, NotLoaded } from '~/ui/latePart';
import { ConnectionLine } from '~/ui/page/ConnectionLine';
import { CrumbRoot, Crumbs } from '~/ui/page/Crumbs';
import { usePage } from '~/ui/page/usePage';
import { LoadingBar } from '~/ui/show/LoadingBar';
import { useKeydown } from '~/ui/useKeydown';
import { followOtherTabs } from './session/signedOutElsewhere';
import { useAccountActions } from './session/useAccountActions';
import { Sidebar } from './sidebar/Sidebar';
import { useDrawer } from './sidebar/useDrawer';
import './shell.css';

// Only who is thrown out needs it; its chunk comes when it happens, while the page stays.
const SignInAgain = latePart(
  async () => (await import('~/connect/SignInAgain')).SignInAgain,
  NotLoaded,
);

// Few look under the bonnet, and nobody at once.
const RequestsDrawer = latePart(
  async () => (await import('~/inspector/RequestsDrawer')).RequestsDrawer,
  NotLoaded,
);
// The clock may end a session, but not in its first second.
const SessionWatch = latePart(async () => (await import('./session/SessionWatch')).SessionWatch);
// What it says is about writing: it may come right after the page.
const Notices = latePart(async () => (await import('./notices/Notices')).Notices);

// Every write is written down (features A7); where the journal cannot be fetched, nothing is held up.
watchWrites((planned, ask) =>
  import('~/saving/journal/watch').then(({ watched }) => watched(planned, ask), ask),
);

const FOLDED = 'parterre.sidebar';

function keepFold(isFolded: boolean): void {
  writeStored(FOLDED, isFolded ? 'folded' : 'open');
}

/** The house of every page of a session, with the query cache that its route loaded. */
export function Component() {
  const { queryClient } = useLoaderData<{ queryClient: QueryClient }>();
  return (
    <QueryClientProvider client={queryClient}>
      <Shell />
    </QueryClientProvider>
  );
}

/** Sidebar (a drawer on small screens), page, and signing in again in place. */
function Shell() {
  const { session, isExpired } = useSession();
  const { signOut, isPending } = useAccountActions();
  const [hadSession, setHadSession] = useState(session !== null);
  if (session && !hadSession) setHadSession(true);
  const page = usePage();
  const [isFolded, setIsFolded] = useState(() => readStored(FOLDED) === 'folded');
  const [isInspecting, setIsInspecting] = useState(false);
  const [isStray, setIsStray] = useState(false);
  const { isDrawer, opener, openDrawer, closeDrawer } = useDrawer();
  const leave = useEffectEvent(signOut);
  // From the first moment: what another tab says while a part of this page is still loading is not said again.
  useEffect(() => followOtherTabs(() => leave()), []);
  const { path, title, recent } = page ?? {};
  useEffect(() => {
    if (session && path && title && recent) visit(session, { path, title, kind: recent });
  }, [session, path, title, recent]);
  useKeydown((event) => {
    if (!event.altKey || event.ctrlKey || event.metaKey || event.code !== 'KeyR') return;
    event.preventDefault();
    setIsInspecting(true);
  });
  if (!session) {
    return (
      // Signed out: the page, which would ask the server for itself once more, is gone before the document is.
      <main className="shell-main">
        {hadSession ? <LoadingBar label="One moment" /> : <Outlet />}
      </main>
    );
  }
  return (
    <CrumbRoot value={session.connection.label}>
      <div
        // Else the kit hides the page from assistive tools while a list is open, with the focus still in it and links that Tab
        // reaches: what lies under this mark it leaves alone.
        data-live-announcer="true"
        className={`shell${isFolded ? ' shell-folded' : ''}${isDrawer ? ' shell-drawer' : ''}`}
      >
        <a className="skip" href="#main">
          Skip to the page
        </a>
        <ConnectionLine color={session.connection.color} />
        <div className="shell-bar no-print" inert={isDrawer}>
          <IconButton
            ref={opener}
            label="Open the menu"
            icon={<MenuIcon size={18} strokeWidth={1.75} aria-hidden="true" />}
            aria-expanded={isDrawer}
            aria-controls="sidebar"
            onClick={openDrawer}
          />
          {page ? <Crumbs crumbs={page.crumbs} /> : null}
        </div>
        <Sidebar
          session={session}
          project={page?.project}
          isFolded={isFolded}
          isDrawer={isDrawer}
          onFold={(next) => {
            setIsFolded(next);
            keepFold(next);
          }}
          onClose={closeDrawer}
          onRequests={() => {
            closeDrawer();
            setIsInspecting(true);
          }}
        />
        <main id="main" className="shell-main" tabIndex={-1} inert={isDrawer}>
          <Suspense>
            <Notices session={session} />
          </Suspense>
          <Suspense>
            <SessionWatch session={session} onStray={setIsStray} />
          </Suspense>
          {
            // From here on the page may belong to another server than the session (features C1): nothing of it asks any more.
            isPending ? <LoadingBar label="One moment" /> : isStray ? null : <Outlet />
          }
        </main>
        {isInspecting ? (
          <Suspense>
            <RequestsDrawer onClose={() => setIsInspecting(false)} />
          </Suspense>
        ) : null}
        {isExpired ? (
          <Suspense>
            <SignInAgain session={session} onSignOut={signOut} isSigningOut={isPending} />
          </Suspense>
        ) : null}
      </div>
    </CrumbRoot>
  );
}
