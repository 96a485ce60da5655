import { existsSync, readFileSync } from 'node:fs';
import type { NetworkName } from '../network/names.ts';
import type { SandboxPerson } from '../people.ts';

/** Somebody whom the connect page offers by one click (sandbox and replay only). */
export type OfferedPerson = Pick<
  SandboxPerson,
  'username' | 'realName' | 'role' | 'note' | 'accessKey'
>;

/** One entry of `parterre.json`. `url` is `''` for the origin of the page. */
export interface ListedServer {
  id: string;
  label: string;
  url: string;
  color: 'teal' | 'purple' | 'orange' | 'blue';
  kind: 'tuleap' | 'sandbox' | 'replay';
  people?: OfferedPerson[];
  /** What the sandbox can put in front of itself: `http://<name>-<world>.localhost`. */
  networks?: readonly NetworkName[];
}

/** A Blueprint, the other kind of server; `path` is where it answers at its origin. */
export interface ListedBlueprint extends Omit<ListedServer, 'kind' | 'people' | 'networks'> {
  kind: 'blueprint';
  path: string;
  people?: { username: string; realName: string; role: string; note: string; password: string }[];
}

export interface ServerList {
  servers: (ListedServer | ListedBlueprint)[];
}

/** What a mode answers at this origin, and at another one. */
interface Offered {
  server: ListedServer;
  blueprint?: ListedBlueprint;
  far?: (page: URL) => ListedServer;
}

/**
 * The list that a dev or preview server offers to the page at `page`: its own mode at this origin, then the servers with an
 * address of their own: the sandbox's other one, and those from the deployment's static file, when it can be read.
 */
export function serverList(here: Offered, staticFile: string, page: URL): ServerList {
  const written = existsSync(staticFile)
    ? (JSON.parse(readFileSync(staticFile, 'utf8')) as ServerList).servers
    : [];
  const own = here.blueprint ? [here.server, here.blueprint] : [here.server];
  const far = here.far ? [here.far(page)] : [];
  return { servers: [...own, ...far, ...written.filter((server) => server.url !== '')] };
}
