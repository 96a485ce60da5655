import { Plus } from 'lucide-react';
import { lazy, Suspense } from 'react';
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

/** The servers that this deployment offers, each with its colour. */
export function ServerList({ servers, faulty, chosen, onChoose, onAdd }: ServerListProps) {
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
                <span className="meta">{note(server)}</span>
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
