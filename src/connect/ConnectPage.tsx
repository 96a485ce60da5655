import { lazy, Suspense, useRef, useState } from 'react';
import { Link, useLoaderData, useNavigate, useSearchParams } from 'react-router-dom';
import { hasVaults } from '~/api/keeping/choice';
import { originOf } from '~/api/requests/origin';
import { useSession } from '~/api/session';
import { readListedServers, type Server } from '~/api/signIn/servers';
import type { PageHandle } from '~/lib/page';
import { ownPath, paths } from '~/paths';
import { ConnectionLine } from '~/ui/page/ConnectionLine';
import { Logo } from '~/ui/page/Logo';
import { ConnectForm } from './ConnectForm';
import { serverAt } from './chosenServer';
import { ServerField } from './ServerField';
import { ServerList } from './ServerList';
import './connect.css';
import './narrow.css';

const Profiles = lazy(async () => ({ default: (await import('./profiles/Profiles')).Profiles }));
const Unlock = lazy(async () => ({ default: (await import('./profiles/Unlock')).Unlock }));
const ThemeButton = lazy(async () => ({ default: (await import('./ThemeButton')).ThemeButton }));
const Unrevoked = lazy(async () => ({ default: (await import('./profiles/Unrevoked')).Unrevoked }));

/** The servers that this deployment lists. Without the query cache: this page must be small, and reads only once. */
export async function loader({ request }: { request: Request }) {
  return readListedServers(request.signal);
}

export const handle: PageHandle = { title: () => 'Sign in' };

const introductions: Record<Server['kind'], string> = {
  sandbox:
    'A small Tuleap with sample data that runs beside Parterre. Write what you like: no real server is asked.',
  replay: 'Answers recorded from a Tuleap. Any well-formed key signs in; writes are refused.',
  tuleap: 'Sign in with an account of this Tuleap.',
};

/** Where to go once signed in: never back to this page, which would stand still. */
function placeAfter(wanted: string | null): string {
  const place = ownPath(wanted, location.origin);
  return /^\/connect(?![^/?#])/.test(place) ? paths.home() : place;
}

/**
 * `/connect`: choose a server, prove who you are. `?server=` only fills in the address: what is not listed is never
 * asked. `?return=` accepts places of this app only. `?left=` comes from a sign-out that the server was not told of.
 */
export function Component() {
  const { servers, faulty }: Awaited<ReturnType<typeof loader>> = useLoaderData();
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const first = servers.find((server) => server.url === '') ?? servers[0];
  const [typed, setTyped] = useState(() => search.get('server') ?? (first ? originOf(first) : ''));
  // Two servers may share an address (a sandbox and a proxy): a click says which; typing finds the first.
  const [clicked, setClicked] = useState(search.get('server') === null ? first : undefined);
  const server = clicked ?? serverAt(servers, typed);
  const field = useRef<HTMLInputElement>(null);
  const { session, others } = useSession();
  // A session that begins here leads away at once: it is nobody to go on as.
  const [mayGoOn] = useState(session !== null || others.length > 0);
  const back = placeAfter(search.get('return'));
  const enter = () => navigate(back, { replace: true });
  return (
    <div className="connect">
      <ConnectionLine color={server?.color} />
      <header className="connect-head">
        <Logo />
        <h1 tabIndex={-1}>Parterre</h1>
        <span className="connect-for">for Tuleap</span>
        <Suspense>
          <ThemeButton />
        </Suspense>
      </header>
      <main className="connect-card">
        <ServerList
          servers={servers}
          faulty={faulty}
          chosen={server}
          onChoose={(next) => {
            setClicked(next);
            setTyped(originOf(next));
          }}
          onAdd={() => {
            setClicked(undefined);
            setTyped('');
            field.current?.focus();
          }}
        />
        <div className="connect-main">
          <h2>{server?.label ?? 'Another server'}</h2>
          <p className="connect-intro">
            {server
              ? introductions[server.kind]
              : 'Type its address to see how this deployment comes to offer it.'}
          </p>
          {back === paths.home() ? null : (
            <p className="connect-back meta">
              You then go on where you were: <code>{back}</code>
            </p>
          )}
          <Suspense>
            {search.has('left') ? <Unrevoked /> : null}
            {mayGoOn ? <Profiles serverId={server?.id} onContinue={enter} /> : null}
            {hasVaults() ? <Unlock key={server?.id ?? ''} server={server} onOpen={enter} /> : null}
          </Suspense>
          <ConnectForm
            key={server?.id ?? ''}
            server={server}
            onServerMissing={() => field.current?.focus()}
            onSignedIn={enter}
            serverField={
              <ServerField
                ref={field}
                servers={servers}
                typed={typed}
                chosen={server}
                onChange={(next) => {
                  setClicked(undefined);
                  setTyped(next);
                }}
              />
            }
          />
        </div>
      </main>
      <footer className="connect-end meta">
        <Link to={paths.connectDoctor(server && { server: server.id })}>Check the connection</Link>
        <span>No request goes anywhere but to the server you choose.</span>
      </footer>
    </div>
  );
}
