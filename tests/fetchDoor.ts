import { onTestFinished, vi } from 'vitest';

/** One request as it left the app. */
export interface Sent {
  method: string;
  url: URL;
  headers: Headers;
  body: unknown;
  init: RequestInit;
}

/**
 * Puts `answer` where the network is until the test ends: what it gives is a real `Response`, what it throws is a
 * failed connection. Gives the list of what was sent, which grows.
 */
export function openFetchDoor(answer: (sent: Sent) => Response | Promise<Response>): Sent[] {
  const log: Sent[] = [];
  vi.stubGlobal('fetch', async (input: URL | string, init: RequestInit = {}) => {
    const sent: Sent = {
      method: init.method ?? 'GET',
      url: new URL(input),
      headers: new Headers(init.headers),
      body: typeof init.body === 'string' ? JSON.parse(init.body) : undefined,
      init,
    };
    log.push(sent);
    return answer(sent);
  });
  onTestFinished(() => {
    vi.unstubAllGlobals();
  });
  return log;
}

/** An answer that never comes; it fails as `fetch` does once its signal aborts. */
export function neverAnswer({ init }: Sent): Promise<Response> {
  return new Promise((_, reject) => {
    init.signal?.addEventListener('abort', () => reject(init.signal?.reason));
  });
}

/** An answer that breaks off after `text`. */
export function cutAnswer(text: string): Response {
  const bytes = new TextEncoder().encode(text);
  let isSent = false;
  return new Response(
    new ReadableStream({
      pull(stream) {
        if (isSent) stream.error(new TypeError('terminated'));
        else stream.enqueue(bytes);
        isSent = true;
      },
    }),
    { headers: { 'content-type': 'application/json' } },
  );
}
