import { existsSync, readFileSync } from 'node:fs';
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
}

/** A Blueprint, the other kind of server; `path` is where it answers at its origin. */
export interface ListedBlueprint extends Omit<ListedServer, 'kind' | 'people'> {
  kind: 'blueprint';
  path: string;
  people?: { username: string; realName: string; role: string; note: string; password: string }[];
}

export interface ServerList {
  servers: (ListedServer | ListedBlueprint)[];
}

/**
 * The list that a dev or preview server offers: its own mode at this origin, then the servers with an address of their own
 * from the deployment's static file, when it can be read.
 */
export function serverList(
  here: { server: ListedServer; blueprint?: ListedBlueprint },
  staticFile: string,
): ServerList {
  const written = existsSync(staticFile)
    ? (JSON.parse(readFileSync(staticFile, 'utf8')) as ServerList).servers
    : [];
  const own = here.blueprint ? [here.server, here.blueprint] : [here.server];
  return { servers: [...own, ...written.filter((server) => server.url !== '')] };
}
