import { ApiError, type AskedRequest, redact } from '../error';
import type { Connection } from '../session';
import { logRequest, STOPPED } from './log';
import { noAnswer } from './noAnswer';
import { isCrossOrigin } from './origin';
import { isReadOnly } from './readOnly';

/** One try of one request, complete: what stands here is what leaves. */
export interface Passage {
  method: string;
  url: URL;
  connection: Pick<Connection, 'id' | 'label' | 'url'>;
  /** The credentials' headers included. */
  headers: Record<string, string>;
  body: string | null;
  /** Taken out of all that is logged. */
  secrets: readonly string[];
  /** 1 for the first try. */
  attempt: number;
  /** The caller's own wish to stop: its abort is thrown as it is. */
  signal: AbortSignal | undefined;
  /** Aborts when it takes too long. */
  limit: AbortSignal;
  /** Only for getting and revoking the token or the own key of a session: the read-only switch is about what is on the server. */
  isSignIn?: boolean;
  /** For who chose to be whom Tuleap's own cookie says (C2): never to another origin. */
  withCookie?: boolean;
}

/** What an answer is read by; `text` is what of it may stand in the log. */
export interface Reading<Body> {
  read(response: Response): Promise<Body>;
  text(body: Body): string | null;
}

/** The answer as text, which may stand in the log. */
export const asText: Reading<string> = {
  read: (response) => response.text(),
  text: (body) => body,
};

/** Whether it only asks: a GET, or a POST that says so, as Blueprint's filter does (features D14). */
export function isRead(method: string, headers: Readonly<Record<string, string>>): boolean {
  if (method === 'GET') return true;
  return method === 'POST' && new Headers(headers).get('x-http-method-override') === 'GET';
}

/** An `ApiError` for a request that did not leave. */
export function blocked(
  reason: 'readOnly' | 'crossOrigin' | 'somebodyElse',
  message: string,
  request: AskedRequest,
): ApiError {
  return new ApiError('blocked', message, { request, reason });
}

/** Throws while the read-only switch is on, unless this only reads (features C8). */
export function requireWritable(passage: Omit<Passage, 'limit' | 'attempt' | 'secrets'>): void {
  const { method, headers, url, isSignIn } = passage;
  if (!isReadOnly() || isSignIn || isRead(method, headers)) return;
  const asked = { method, path: redact(url.pathname + url.search) };
  throw blocked('readOnly', 'Read-only is on: nothing is sent.', asked);
}

function bytesOf(text: string | null, headers: Headers): number | null {
  if (text !== null) return new TextEncoder().encode(text).length;
  const length = headers.get('content-length');
  return length === null ? null : Number(length);
}

/**
 * The one `fetch` of the app (held by the architecture test): everything that leaves passes the read-only switch and
 * stands in the log. No cookie (but for one way to sign in), no redirect, no cache, no referrer. Throws `ApiError`, or the abort of the caller's signal.
 */
export async function pass<Body>(
  passage: Passage,
  { read, text }: Reading<Body>,
): Promise<{ response: Response; body: Body }> {
  requireWritable(passage);
  const { method, url, headers, signal, limit } = passage;
  const asked = { method, path: redact(url.pathname + url.search) };
  signal?.throwIfAborted();
  const arrive = logRequest({ ...passage, path: url.pathname + url.search });
  let response: Response | undefined;
  try {
    response = await fetch(url, {
      method,
      headers,
      body: passage.body,
      signal: signal ? AbortSignal.any([signal, limit]) : limit,
      // A redirect would carry X-Auth-AccessKey to the other host (reliability M7).
      redirect: 'error',
      // A cookie would be somebody else (M9), but for who chose it.
      credentials: passage.withCookie ? 'same-origin' : 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
    });
    const body = await read(response);
    const logged = text(body);
    const facts = { status: response.status, headers: response.headers, text: logged };
    arrive({ ...facts, bytes: bytesOf(logged, response.headers), problem: null });
    return { response, body };
  } catch (cause) {
    const error = signal?.aborted
      ? cause
      : noAnswer(asked, {
          isTimeout: limit.aborted,
          response,
          cause,
          isCrossOrigin: isCrossOrigin(passage.connection),
        });
    const problem = error instanceof ApiError ? error.message : STOPPED;
    const facts = { status: response?.status ?? null, headers: response?.headers ?? null };
    arrive({ ...facts, text: null, bytes: null, problem });
    throw error;
  }
}
