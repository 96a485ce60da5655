import { Plus } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { type Session, useSession } from '~/api/session';
import type { FaultyServer, Server } from '~/api/signIn/servers';
import { Button } from '~/ui/button/Button';

// Most lists have no fault.
const FaultyServers = lazy(async () => ({
  default: (await import('./FaultyServers')).FaultyServers,
}));

interface ServerListProps {
  servers: readonly Server[];
  faulty: readonly FaultyServer[];
  chosen: Server | undefined;
  onChoose(server: Server): void;
  onAdd(): void;
}

const notes: Record<Server['kind'], string> = {
  sandbox: 'Sample data, for trying out',
  replay: 'Recorded answers, to read',
  tuleap: 'Tuleap',
};

function note(server: Server): string {
  if (server.kind !== 'tuleap') return notes[server.kind];
  return server.url === '' ? 'Tuleap, at this address' : new URL(server.url).host;
}

/** Who is signed in there already, in this window (features C1). */
function peopleAt(server: Server, signedIn: readonly Session[]): string | undefined {
  const here = signedIn.filter(({ connection }) => connection.id === server.id);
  const names = here.map(({ person }) => person.username).join(', ');
  return names === '' ? undefined : `Signed in: ${names}`;
}

/** The servers that this deployment offers, each with its colour. */
export function ServerList({ servers, faulty, chosen, onChoose, onAdd }: ServerListProps) {
  const { session, others } = useSession();
  const signedIn = session ? [session, ...others] : others;
  return (
    <div className="connect-servers">
      <h2>Servers</h2>
      <ul>
        {servers.map((server) => (
          <li key={server.id}>
            <button
              type="button"
              className="connect-server"
              aria-current={server === chosen ? 'true' : undefined}
              onClick={() => onChoose(server)}
            >
              <span className={`connect-color connection-${server.color}`} aria-hidden="true" />
              <span className="connect-server-text">
                <span className="connect-server-name">{server.label}</span>
                <span className="meta">{peopleAt(server, signedIn) ?? note(server)}</span>
              </span>
            </button>
          </li>
        ))}
        {faulty.length > 0 ? (
          <Suspense>
            <FaultyServers faulty={faulty} />
          </Suspense>
        ) : null}
      </ul>
      <Button
        className="connect-add"
        icon={<Plus size={16} strokeWidth={1.75} aria-hidden="true" />}
        onClick={onAdd}
      >
        Add a server
      </Button>
    </div>
  );
}
