import type { World } from '../model';
import { createSandbox } from '../server';
import { worldOf } from '../worlds';

const sandbox = createSandbox();
let count = 0;

export interface OpenWorld {
  name: string;
  /** The world as data, for what a test wants to arrange or look up. */
  readonly world: World;
  /** `http://<name>.localhost`: relative addresses are resolved against it. */
  origin: string;
  fetch(input: string | URL | Request, init?: RequestInit): Promise<Response>;
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

/**
 * A world of its own for a test (or the named one, which two callers then share), behind a function like `fetch`:
 * what it gives is a `Response`, a broken connection rejects with a TypeError, an abort with the signal's reason.
 */
export function openWorld(name?: string): OpenWorld {
  count += 1;
  const chosen = name ?? `test-${count}`;
  const origin = `http://${chosen}.localhost`;
  return {
    name: chosen,
    origin,
    get world() {
      return worldOf(chosen);
    },
    async fetch(input, init = {}) {
      const isRequest = input instanceof Request;
      const url = new URL(isRequest ? input.url : input, origin);
      const headers = new Headers(init.headers ?? (isRequest ? input.headers : undefined));
      // Whatever origin the page believes in, this door leads to this world.
      url.hostname = `${chosen}.localhost`;
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
        return await untilAborted(sandbox(request), signal);
      } catch (cause) {
        if (signal?.aborted) throw signal.reason;
        if (cause instanceof Error && cause.name === 'Unreachable') {
          throw new TypeError('fetch failed', { cause });
        }
        throw cause;
      }
    },
  };
}
