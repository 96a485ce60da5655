import type { IncomingMessage, ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';

/** Answers one request of Node's HTTP server. */
export type Handle = (req: IncomingMessage, res: ServerResponse) => void | Promise<void>;

/** A function of web requests: what the sandbox and the replay are. */
export type Respond = (request: Request) => Response | Promise<Response>;

/** Node's request as a web request; its signal aborts when the browser goes away before the answer is complete. */
export function toRequest(req: IncomingMessage, res: ServerResponse): Request {
  const headers = new Headers();
  for (let at = 0; at + 1 < req.rawHeaders.length; at += 2) {
    headers.append(req.rawHeaders[at] as string, req.rawHeaders[at + 1] as string);
  }
  const gone = new AbortController();
  res.on('close', () => {
    if (!res.writableFinished) gone.abort();
  });
  const method = req.method ?? 'GET';
  const url = new URL(req.url ?? '/', `http://${req.headers.host ?? 'localhost'}`);
  const hasBody = method !== 'GET' && method !== 'HEAD';
  const init: RequestInit & { duplex?: 'half' } = { method, headers, signal: gone.signal };
  if (hasBody) {
    init.body = Readable.toWeb(req) as unknown as BodyInit;
    init.duplex = 'half';
  }
  return new Request(url, init);
}

/**
 * Sends a web answer. A body that fails in the middle cuts the connection, so that the browser sees it as broken off.
 */
export async function sendResponse(response: Response, res: ServerResponse): Promise<void> {
  res.statusCode = response.status;
  for (const [name, value] of response.headers) res.setHeader(name, value);
  if (!response.body) {
    res.end();
    return;
  }
  try {
    await pipeline(Readable.fromWeb(response.body as ReadableStream<Uint8Array>), res);
  } catch {
    res.destroy();
  }
}

/** Tuleap's error envelope (conventions.md §5), with a sentence for the person. */
export function errorAnswer(code: number, message: string): Response {
  return Response.json({ error: { code, message } }, { status: code });
}

/**
 * A web function as an answer of Node's HTTP server. `Unreachable` is the sandbox's broken connection: the browser gets one.
 * Any other fault is ours: a 500 with its stack on the terminal.
 */
export function answerWith(respond: Respond): Handle {
  return async (req, res) => {
    try {
      await sendResponse(await respond(toRequest(req, res)), res);
    } catch (fault) {
      if (res.destroyed) return;
      const isUnreachable = fault instanceof Error && fault.name === 'Unreachable';
      if (!isUnreachable) console.error(fault);
      if (res.headersSent || isUnreachable) res.destroy();
      else await sendResponse(errorAnswer(500, `Sandbox fault: ${String(fault)}`), res);
    }
  };
}
