import * as z from 'zod/mini';
import { request } from '~/api/client';
import { ApiError } from '~/api/error';
import { type LoggedRequest, loggedRequests } from '~/api/requests/log';
import { MASK, maskText } from '~/api/requests/mask';
import { send } from '~/api/requests/write';

export const methods = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;
export type Method = (typeof methods)[number];

/** A request as it can be edited before it is sent once more. */
export interface ReplayDraft {
  method: Method;
  /** Below `/api/`, with the query. */
  path: string;
  /** JSON; empty for none. */
  body: string;
  /** The conditions that went with it (`If-Match` …); the others the client sets by itself. */
  headers: Readonly<Record<string, string>>;
}

const conditions = ['if-match', 'if-unmodified-since', 'if-none-match'];

function isMethod(method: string): method is Method {
  return methods.some((each) => each === method);
}

/** The draft of a logged request; a sentence when it cannot be sent again as it was. */
export function draftOf(entry: LoggedRequest): ReplayDraft | { why: string } {
  const { method, path, requestBody, requestHeaders, requestCut } = entry;
  if (!isMethod(method) || !path.startsWith('/api/')) {
    return { why: 'It is not a request of the REST API.' };
  }
  if (path.includes(MASK) || requestBody?.includes(MASK)) {
    return { why: 'There was a secret in it, and secrets are not kept.' };
  }
  if (requestCut > 0) return { why: 'Its body is too long to be kept whole.' };
  return {
    method,
    path: path.slice('/api/'.length),
    body: requestBody ?? '',
    headers: Object.fromEntries(
      Object.entries(requestHeaders).filter(([name]) => conditions.includes(name)),
    ),
  };
}

/** What is wrong with an edited draft, as a sentence; nothing when it may be sent. The server stays the session's. */
export function replayFault({ path, body, method }: ReplayDraft): string | undefined {
  const isBelow =
    path !== '' &&
    !/^\/|[\s\\#]|(^|\/)(\.|%2e){1,2}(\/|$|\?)/i.test(path) &&
    new URL(`https://x.invalid/api/${path}`).pathname.startsWith('/api/');
  if (!isBelow) return 'Give a path below /api/, such as artifacts/12?values_format=all.';
  if (method === 'GET' || body.trim() === '') return undefined;
  try {
    JSON.parse(body);
    return undefined;
  } catch (error) {
    return `The body is not JSON: ${error instanceof Error ? error.message : String(error)}`;
  }
}

/** What came of a replay: its own entry of the log, or why nothing left (read-only, another origin). */
export type Replayed = { entry: LoggedRequest } | { blocked: ApiError };

async function ask({ method, path, body, headers }: ReplayDraft): Promise<ApiError | null> {
  try {
    if (method === 'GET') await request('GET', path, z.unknown(), { headers: { ...headers } });
    else {
      const sent = body.trim() === '' ? undefined : JSON.parse(body);
      const about = { name: 'Sent again from the log of requests' };
      await send({ method, path, body: sent, headers: { ...headers }, about, schema: z.unknown() });
    }
    return null;
  } catch (error) {
    if (error instanceof ApiError) return error;
    throw error;
  }
}

/**
 * Sends a draft through the client, with all its rules: the session's server and credentials, read-only, the log. An error
 * of the server is an answer like any other.
 */
export async function replay(draft: ReplayDraft): Promise<Replayed> {
  const before = loggedRequests().at(-1)?.id ?? 0;
  const error = await ask(draft);
  const { pathname, search } = new URL(`https://x.invalid/api/${draft.path}`);
  // Other requests may have left meanwhile: theirs is not the answer.
  const entry = loggedRequests().findLast(
    ({ id, method, path }) =>
      id > before && method === draft.method && path === maskText(pathname + search),
  );
  if (entry) return { entry };
  if (error) return { blocked: error };
  throw new Error('A request was answered without having been logged.');
}
