import type { LoggedRequest } from '~/api/requests/log';
import { MASK, maskHeaders, maskText } from '~/api/requests/mask';
import { originOf } from '~/api/requests/origin';
import type { PlannedWrite } from '~/api/requests/write';
import { type Connection, credentialHeaderNames } from '~/api/session';

/** One request as it is shown and copied: nothing in it is secret. */
export interface ShownRequest {
  method: string;
  /** The whole address. */
  url: string;
  /** From `/api/` on, with the query. */
  path: string;
  /** Secrets are `•••`. */
  headers: Readonly<Record<string, string>>;
  /** JSON; null when nothing is sent. */
  body: string | null;
  /** Characters that the log did not keep: what is shown is not all of it. */
  cut: number;
}

/** The headers that say who asks, without saying the secret. */
function credentials(): Record<string, string> {
  return Object.fromEntries(credentialHeaderNames().map((name) => [name.toLowerCase(), MASK]));
}

/** A read as somebody else could send it. */
export function shownRead(
  read: Pick<PlannedWrite, 'path' | 'query'>,
  connection: Pick<Connection, 'url'>,
): ShownRequest {
  return shown({ ...read, method: 'GET' }, connection);
}

/** What a write will be, as `send` would send it now. Pure but for asking which way somebody is signed in. */
export function shownWrite(
  planned: PlannedWrite,
  connection: Pick<Connection, 'url'>,
): ShownRequest {
  return shown(planned, connection);
}

function shown(
  planned: Pick<PlannedWrite, 'path' | 'query' | 'body' | 'headers'> & { method: string },
  connection: Pick<Connection, 'url'>,
): ShownRequest {
  const { method, path, query = {}, body, headers = {} } = planned;
  const url = new URL(`${originOf(connection)}/api/${path}`);
  for (const [key, value] of Object.entries(query)) {
    if (value !== undefined) url.searchParams.set(key, String(value));
  }
  return {
    method,
    url: maskText(url.href),
    path: maskText(url.pathname + url.search),
    headers: {
      accept: 'application/json',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...credentials(),
      ...maskHeaders(headers),
    },
    body: body === undefined ? null : maskText(JSON.stringify(body)),
    cut: 0,
  };
}

/** A request that was sent. */
export function shownLogged(entry: LoggedRequest): ShownRequest {
  const { method, path, server, requestHeaders, requestBody, requestCut } = entry;
  return {
    method,
    url: server.url + path,
    path,
    headers: requestHeaders,
    body: requestBody,
    cut: requestCut,
  };
}

/** Whether a text is one that the reader has to fill in. */
export function isMasked(value: string): boolean {
  return value.includes(MASK);
}
