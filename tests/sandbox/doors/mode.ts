import { join } from 'node:path';
import { runnerImport } from 'vite';
import { sandboxPeople } from '../people.ts';
import { answerWith, type Handle } from './nodeHttp.ts';
import { createProxy } from './proxy.ts';
import type { ListedServer } from './servers.ts';

/** What answers behind this origin: one of three, chosen by the environment. */
export interface Mode {
  server: ListedServer;
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

/** Paths that belong to the Tuleap server; `/sandbox` only exists in the sandbox. */
const SERVER_PATHS = /^\/(api|uploads|plugins\/tracker\/attachments|sandbox)(\/|\?|$)/;

/** True when `url` (path and query) is for the server and not for the app. */
export function isServerPath(url: string): boolean {
  return SERVER_PATHS.test(url);
}

async function sandboxMode(root: string): Promise<Mode> {
  const { module, files } = await load<typeof import('../server.ts')>(
    root,
    'tests/sandbox/server.ts',
  );
  return {
    server: {
      id: 'sandbox',
      label: 'Sandbox',
      url: '',
      color: 'teal',
      kind: 'sandbox',
      people: Object.values(sandboxPeople).map(({ username, realName, role, note, accessKey }) => ({
        username,
        realName,
        role,
        note,
        accessKey,
      })),
    },
    handle: answerWith(module.createSandbox()),
    files,
    line: 'over the embedded sandbox: sample data, kept in memory until this process ends',
  };
}

function proxyMode(address: string): Mode {
  const target = new URL(address);
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
    handle: answerWith(module.createReplay(exchanges)),
    files,
    line: `over ${exchanges.length} recorded exchanges; nothing can be written`,
  };
}

/**
 * `TULEAP_URL` → proxy, `PARTERRE_REPLAY` → recorded answers, neither → sandbox. Both at once is a mistake and throws,
 * as does an address that is none.
 */
export async function chooseMode(
  env: Record<string, string | undefined>,
  root: string,
): Promise<Mode> {
  const { TULEAP_URL: address, PARTERRE_REPLAY: folder } = env;
  if (address && folder) throw new Error('Set TULEAP_URL or PARTERRE_REPLAY, not both.');
  if (address) {
    if (!URL.canParse(address) || !/^https?:$/.test(new URL(address).protocol)) {
      throw new Error(
        `TULEAP_URL is not an address: ${address}. Write it like https://tuleap.example.org`,
      );
    }
    return proxyMode(address);
  }
  return folder ? replayMode(root, folder) : sandboxMode(root);
}
