import { type OpenWorld, openWorld } from '../sandbox/doors/node';
import { sandboxPeople } from '../sandbox/people';

/** A server under contract: the sandbox, or a real Tuleap. */
export interface Server {
  name: string;
  accessKey: string;
  /** Where artifacts may be written; null forbids every write. */
  writeTrackerId: number | null;
  /** The repository whose settings may be changed for a moment; null forbids it. */
  writeRepositoryId: number | null;
  send(path: string, init: RequestInit): Promise<Response>;
}

export interface Answer {
  status: number;
  headers: Headers;
  /** Parsed JSON, `''` when there is nothing. */
  body: unknown;
  /** `X-PAGINATION-SIZE` as a number. */
  size: number;
}

interface Question {
  method?: string;
  headers?: Record<string, string>;
  body?: unknown;
  /** Sent as it is, in place of `body`. */
  text?: string;
  /** Without credentials. */
  isAnonymous?: boolean;
}

function parsed(text: string): unknown {
  try {
    return text === '' ? '' : JSON.parse(text);
  } catch {
    return text;
  }
}

/** Asks below `/api/`, signed in unless told otherwise. */
export async function ask(server: Server, path: string, question: Question = {}): Promise<Answer> {
  const { method = 'GET', headers, body, isAnonymous, text } = question;
  const response = await server.send(`/api/${path}`, {
    method,
    redirect: 'error',
    headers: {
      Accept: 'application/json',
      ...(isAnonymous ? {} : { 'X-Auth-AccessKey': server.accessKey }),
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...headers,
    },
    body: text ?? (body === undefined ? null : JSON.stringify(body)),
  });
  return {
    status: response.status,
    headers: response.headers,
    body: parsed(await response.text()),
    size: Number(response.headers.get('x-pagination-size') ?? Number.NaN),
  };
}

/** A world of the sandbox as a server. */
export function sandboxServer(): Server {
  const door: OpenWorld = openWorld();
  const [tracker] = [...door.world.trackers.values()].filter(
    ({ semantics }) => semantics.title !== undefined,
  );
  return {
    name: 'sandbox',
    accessKey: sandboxPeople.anna.accessKey,
    writeTrackerId: tracker?.id ?? null,
    writeRepositoryId: [...door.world.repositories.keys()][0] ?? null,
    send: (path, init) => door.fetch(path, init),
  };
}

/** The server of `TULEAP_URL` and `TULEAP_ACCESS_KEY`; undefined when they are not set. */
export function realServer(env: Record<string, string | undefined>): Server | undefined {
  const { TULEAP_URL: url, TULEAP_ACCESS_KEY: accessKey, TULEAP_WRITE_TRACKER: tracker } = env;
  const { TULEAP_WRITE_REPOSITORY: repository } = env;
  if (!url || !accessKey) return undefined;
  const base = url.replace(/\/$/, '');
  return {
    name: new URL(url).host,
    accessKey,
    writeTrackerId: tracker ? Number(tracker) : null,
    writeRepositoryId: repository ? Number(repository) : null,
    send: (path, init) => fetch(`${base}${path}`, init),
  };
}
