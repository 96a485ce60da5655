import type { Mend } from '../answers/readAnswer';
import { ApiError, redact } from '../error';
import { originOf } from '../requests/origin';
import { type Connection, currentSession, scope, untilPageIsLeft } from '../session';
import type { Credentials } from '../signIn/credentials';

/** Acting as somebody who is not (yet) the session: checking credentials at sign-in, revoking a token. */
export interface ActingAs {
  connection: Connection;
  credentials: Credentials | null;
}

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export interface RequestOptions {
  query?: Record<string, string | number | boolean | undefined>;
  /** Sent as JSON. */
  body?: unknown;
  headers?: Record<string, string>;
  signal?: AbortSignal | undefined;
  /** Milliseconds until an answer must be complete, where it is not what the length of the body gives. */
  timeout?: number;
  /** False: a 401 is given back at once, and is not waited for. */
  isRepeated?: boolean;
  /**
   * For lists that are only shown to people: items of an unseen shape are left out and noted (features A6). Never for what
   * a decision is made on, such as whether a write landed: there an odd item is a fault.
   */
  mayLeaveOut?: boolean;
  /** For an answer of parts of which one may be odd and the rest still be read (features A6, E9). */
  mend?: Mend;
  as?: ActingAs;
}

/** One request as it was asked for; its tries are made of it, with the credentials of their moment. */
export interface Order extends Omit<RequestOptions, 'query'> {
  method: Method;
  /** Relative to `/api/`. */
  path: string;
  url: URL;
  /** The body as JSON. */
  text: string | null;
  connection: Connection;
  /** For whom: a request of one person never goes out under the name of another (features C4). */
  scope: readonly [string, number];
  /** Aborts when the page is left that asked. */
  page: AbortSignal;
}

function apiUrl(connection: Connection, path: string, query: RequestOptions['query']): URL {
  const url = new URL(`${originOf(connection)}/api/${path}`);
  for (const [key, value] of Object.entries(query ?? {})) {
    if (value !== undefined) url.searchParams.set(key, String(value));
  }
  return url;
}

/** Nobody is there to ask for. */
export function nobody(method: string, path: string): ApiError {
  const asked = { method, path: redact(path) };
  return new ApiError('http', 'Nobody is signed in.', { request: asked, status: 401 });
}

/** What is asked for now, by whom and from which page. Throws a 401 where nobody is signed in. */
export function orderOf(method: Method, path: string, options: RequestOptions): Order {
  const connection = options.as?.connection ?? currentSession()?.connection;
  if (!connection) throw nobody(method, `/api/${path}`);
  const url = apiUrl(connection, path, options.query);
  const text = options.body === undefined ? null : JSON.stringify(options.body);
  const facts = { scope: scope(), page: untilPageIsLeft() };
  return { ...options, method, path, url, text, connection, ...facts };
}

/** Whether the profile of now is still the one that asked. */
export function isSameScope(order: Pick<Order, 'scope'>): boolean {
  const [server, person] = scope();
  return server === order.scope[0] && person === order.scope[1];
}
