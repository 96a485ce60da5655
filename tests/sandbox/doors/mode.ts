import { join } from 'node:path';
import { runnerImport } from 'vite';
import { BLUEPRINT_PATH, sandboxBlueprint } from '../blueprint/people.ts';
import { FAR, networkNames } from '../network/names.ts';
import { behindOwnProxy } from '../network/ownProxy.ts';
import { placeOf } from '../network/place.ts';
import { sandboxPeople } from '../people.ts';
import { answerWith, type Handle } from './nodeHttp.ts';
import { createProxy } from './proxy.ts';
import type { ListedBlueprint, ListedServer, OfferedPerson } from './servers.ts';

/** What answers behind this origin: one of three, chosen by the environment. */
export interface Mode {
  server: ListedServer;
  /** The same server at another origin, as one that is not behind us (sandbox only); `page` is the origin that was asked. */
  far?: (page: URL) => ListedServer;
  /** The other kind of server beside it, below `/blueprint-api`; its answers come through `handle` too. */
  blueprint?: ListedBlueprint;
  handle: Handle;
  /** One line for the terminal. */
  line: string;
  /** The source files that the answers come from: when one changes, the dev server starts again. */
  files: ReadonlySet<string>;
}

/** Loaded through Vite and not by the configuration: whoever proxies a real server does not load a sandbox. */
async function load<Module>(
  root: string,
  file: string,
): Promise<{ module: Module; files: Set<string> }> {
  const entry = join(root, file);
  const { module, dependencies } = await runnerImport<Module>(entry);
  return { module, files: new Set([entry, ...dependencies]) };
}

/** Paths that belong to a server behind us; `/sandbox` only exists in the sandbox. */
const SERVER_PATHS =
  /^\/(api|blueprint-api|uploads|plugins\/tracker\/attachments|sandbox)(\/|\?|$)/;

/** True when `url` (path and query) is for the server and not for the app. */
export function isServerPath(url: string): boolean {
  return SERVER_PATHS.test(url);
}

const offeredPeople: OfferedPerson[] = Object.values(sandboxPeople).map(
  ({ username, realName, role, note, accessKey }) => ({
    username,
    realName,
    role,
    note,
    accessKey,
  }),
);

/** `http://far-<the host of the page>`: the same world and the same networks in front, seen from another origin. */
function farServer(page: URL): ListedServer {
  const { world, networks } = placeOf(page, new Headers());
  const host = [FAR, ...networks.filter((name) => name !== FAR), world].join('-');
  return {
    id: 'sandbox-far',
    label: 'Sandbox far away',
    url: `${page.protocol}//${host}.localhost${page.port === '' ? '' : `:${page.port}`}`,
    color: 'purple',
    kind: 'sandbox',
    people: offeredPeople,
  };
}

async function sandboxMode(root: string): Promise<Mode> {
  const { module, files } = await load<typeof import('../network/networkedSandbox.ts')>(
    root,
    'tests/sandbox/network/networkedSandbox.ts',
  );
  return {
    server: {
      id: 'sandbox',
      label: 'Sandbox',
      url: '',
      color: 'teal',
      kind: 'sandbox',
      people: offeredPeople,
      networks: networkNames,
    },
    far: farServer,
    blueprint: sandboxBlueprint,
    handle: answerWith(module.createNetworkedSandbox()),
    files,
    line: 'over the embedded sandbox: sample data, kept in memory until this process ends',
  };
}

function proxyMode(target: URL): Mode {
  return {
    server: { id: target.host, label: target.host, url: '', color: 'purple', kind: 'tuleap' },
    handle: createProxy(target),
    files: new Set(),
    line: `over ${target.origin} (what you save there is real)`,
  };
}

async function replayMode(root: string, folder: string): Promise<Mode> {
  const { module, files } = await load<typeof import('../../replay/replay.ts')>(
    root,
    'tests/replay/replay.ts',
  );
  const exchanges = module.readExchanges(folder);
  const replay = module.createReplay(exchanges);
  return {
    server: {
      id: 'replay',
      label: 'Recorded answers',
      url: '',
      color: 'orange',
      kind: 'replay',
      people: [
        {
          username: 'recorded',
          realName: 'The recorded person',
          role: 'Read only',
          note: 'Any well-formed key signs in here.',
          accessKey: `tlp-k1-1.${'0'.repeat(64)}`,
        },
      ],
    },
    handle: answerWith(async (request) => behindOwnProxy(await replay(request))),
    files,
    line: `over ${exchanges.length} recorded exchanges; nothing can be written`,
  };
}

function addressOf(name: string, address: string, example: string): URL {
  if (!URL.canParse(address) || !/^https?:$/.test(new URL(address).protocol)) {
    throw new Error(`${name} is not an address: ${address}. Write it like ${example}`);
  }
  return new URL(address);
}

/** `mode` with a real Blueprint beside it: what comes below `/blueprint-api` goes there without that prefix. */
function withBlueprint(mode: Mode, target: URL): Mode {
  const proxy = createProxy(target);
  return {
    ...mode,
    blueprint: {
      id: target.host,
      label: target.host,
      url: '',
      path: BLUEPRINT_PATH,
      color: 'orange',
      kind: 'blueprint',
    },
    handle: (req, res) => {
      if (!req.url?.startsWith(`${BLUEPRINT_PATH}/`)) return mode.handle(req, res);
      req.url = req.url.slice(BLUEPRINT_PATH.length);
      return proxy(req, res);
    },
    line: `${mode.line}; Blueprint at ${target.origin}`,
  };
}

async function tuleapMode(env: Record<string, string | undefined>, root: string): Promise<Mode> {
  const { TULEAP_URL: address, PARTERRE_REPLAY: folder } = env;
  if (address && folder) throw new Error('Set TULEAP_URL or PARTERRE_REPLAY, not both.');
  if (address) return proxyMode(addressOf('TULEAP_URL', address, 'https://tuleap.example.org'));
  return folder ? replayMode(root, folder) : sandboxMode(root);
}

/**
 * `TULEAP_URL` → proxy, `PARTERRE_REPLAY` → recorded answers, neither → sandbox. Both at once is a mistake and throws,
 * as does an address that is none. `BLUEPRINT_URL` puts a real Blueprint beside any of them; the sandbox has its own.
 */
export async function chooseMode(
  env: Record<string, string | undefined>,
  root: string,
): Promise<Mode> {
  const mode = await tuleapMode(env, root);
  const { BLUEPRINT_URL: address } = env;
  const example = 'https://production.blueprintcloud.com';
  return address ? withBlueprint(mode, addressOf('BLUEPRINT_URL', address, example)) : mode;
}
