import { vi } from 'vitest';

/** What can happen to one request. */
export interface Fault {
  name: string;
  /** Whether the server carries the request out all the same. */
  lands: boolean;
  happen(call: () => Promise<Response>, stop: () => void): Promise<Response>;
}

const broken = () => new TypeError('Failed to fetch');

function page(status: number): Response {
  return new Response(`<html><title>${status}</title></html>`, {
    status,
    headers: { 'content-type': 'text/html' },
  });
}

function refusal(status: number, landsFirst = false): Fault {
  return {
    name: landsFirst ? `${status} after the commit` : String(status),
    lands: landsFirst,
    async happen(call) {
      if (landsFirst) await call();
      if (status === 502 || status === 504) return page(status);
      const error = { error: { code: status, message: `Said ${status}` } };
      return Response.json(error, { status });
    },
  };
}

/** The answer comes to nothing after its first bytes. */
function cut(response: Response, text: string): Response {
  let isSent = false;
  const stream = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (isSent) controller.error(new TypeError('terminated'));
      else controller.enqueue(new TextEncoder().encode(text.slice(0, 20) || ' '));
      isSent = true;
    },
  });
  return new Response(stream, { status: response.status, headers: response.headers });
}

function hang(landsFirst: boolean): Fault {
  return {
    name: landsFirst ? 'hangs after the commit' : 'hangs',
    lands: landsFirst,
    async happen(call, stop) {
      if (landsFirst) await call();
      stop();
      throw broken();
    },
  };
}

/** Everything that reliability G6 and the issue name; `lands` says what the server made of it. */
export const faults: readonly Fault[] = [
  { name: 'refused', lands: false, happen: () => Promise.reject(broken()) },
  {
    name: 'reset after the commit',
    lands: true,
    async happen(call) {
      await call();
      throw broken();
    },
  },
  hang(false),
  hang(true),
  {
    name: 'truncated',
    lands: true,
    async happen(call) {
      const response = await call();
      return cut(response, await response.text());
    },
  },
  ...[401, 403, 409, 412, 429, 500, 502, 503].map((status) => refusal(status)),
  refusal(502, true),
  refusal(504, true),
];

export interface Network {
  /** The requests that left since the last `arm`, as `PUT artifacts/431`. */
  sent: string[];
  /** The request of that place (0 for the next) meets the fault; null for none. */
  arm(fault: Fault | null, place?: number): void;
}

/** Puts the network of the test between the app and `answer`; time limits end when a fault says so, and at once. */
export function openNetwork(answer: (input: URL, init: RequestInit) => Promise<Response>): Network {
  const sent: string[] = [];
  let armed: { fault: Fault; place: number } | null = null;
  let limit = new AbortController();
  vi.spyOn(AbortSignal, 'timeout').mockImplementation(() => {
    limit = new AbortController();
    return limit.signal;
  });
  vi.stubGlobal('location', new URL('http://races.localhost'));
  vi.stubGlobal('fetch', (input: URL, init: RequestInit = {}) => {
    const place = sent.length;
    sent.push(`${init.method ?? 'GET'} ${input.pathname.replace(/^\/api\//, '')}`);
    const call = () => answer(input, init);
    if (!armed || armed.place !== place) return call();
    const ours = limit;
    const { fault } = armed;
    armed = null;
    return fault.happen(call, () => ours.abort(new DOMException('Too long', 'TimeoutError')));
  });
  return {
    sent,
    arm(fault, place = 0) {
      sent.length = 0;
      armed = fault && { fault, place };
    },
  };
}
