import type { World } from '../model';
import { askFrom, unpacked } from '../network/browser';
import { FAR } from '../network/names';
import { createNetworkedSandbox } from '../network/networkedSandbox';
import { placeOf } from '../network/place';
import { createSandbox } from '../server';
import { worldOf } from '../worlds';

const sandbox = createSandbox();
const networked = createNetworkedSandbox();
let count = 0;

export interface OpenWorld {
  name: string;
  /** The world as data, for what a test wants to arrange or look up. */
  readonly world: World;
  /** `http://<name>.localhost`: relative addresses are resolved against it. */
  origin: string;
  /** `http://far-<name>.localhost`: the same world, at an address that is another origin for its pages. */
  farOrigin: string;
  /** The server itself. */
  fetch(input: string | URL | Request, init?: RequestInit): Promise<Response>;
  /**
   * As a page at `origin` gets it: through the proxies in front of the world and, at `farOrigin`, by the browser's CORS
   * rules.
   */
  browse(input: string | URL | Request, init?: RequestInit): Promise<Response>;
}

/** `fetch` would put `text/plain` on a string body; a real caller that names no type sends none (errors/37). */
function bytesOf(body: RequestInit['body']): RequestInit['body'] {
  return typeof body === 'string' ? new TextEncoder().encode(body) : body;
}

/** As `fetch`: the abort of the signal rejects with its reason, whatever the server is doing. */
function untilAborted(answer: Promise<Response>, signal: AbortSignal | null): Promise<Response> {
  if (!signal) return answer;
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason);
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop);
    answer.then(resolve, reject);
  });
}

type Fetch = OpenWorld['fetch'];

/** `respond` behind a function like `fetch`; whatever host the page believes in becomes one that leads to this world. */
function fetchOver(
  respond: (request: Request) => Promise<Response>,
  origin: string,
  hostOf: (url: URL) => string,
): Fetch {
  return async (input, init = {}) => {
    const isRequest = input instanceof Request;
    const url = new URL(isRequest ? input.url : input, origin);
    const headers = new Headers(init.headers ?? (isRequest ? input.headers : undefined));
    url.hostname = hostOf(url);
    const signal = init.signal ?? (isRequest ? input.signal : null);
    const method = init.method ?? (isRequest ? input.method : 'GET');
    const body = init.body ?? (isRequest && input.body ? await input.arrayBuffer() : null);
    const request = new Request(url, {
      method,
      headers,
      ...(body === null ? {} : { body: bytesOf(body) ?? null }),
      ...(signal ? { signal } : {}),
    });
    try {
      return await untilAborted(respond(request), signal);
    } catch (cause) {
      if (signal?.aborted) throw signal.reason;
      if (cause instanceof Error && cause.name === 'Unreachable') {
        throw new TypeError('fetch failed', { cause });
      }
      throw cause;
    }
  };
}

/**
 * A world of its own for a test (or the named one, which two callers then share; a name as `gzip-reads` brings what stands
 * in front of the world `reads`), behind functions like `fetch`:
 * what they give is a `Response`, a broken connection rejects with a TypeError, an abort with the signal's reason.
 */
export function openWorld(name?: string): OpenWorld {
  count += 1;
  const chosen = name ?? `test-${count}`;
  const host = `${chosen}.localhost`;
  const origin = `http://${host}`;
  const seen = async (request: Request) => unpacked(await askFrom(origin, networked, request));
  return {
    name: chosen,
    origin,
    farOrigin: `http://${FAR}-${host}`,
    get world() {
      return worldOf(placeOf(new URL(origin), new Headers()).world);
    },
    fetch: fetchOver(sandbox, origin, () => host),
    browse: fetchOver(seen, origin, ({ hostname }) =>
      hostname.endsWith(`-${host}`) ? hostname : host,
    ),
  };
}
