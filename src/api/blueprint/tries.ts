import { ApiError } from '../error';
import { isRead, pass, type Reading } from '../requests/door';
import { originOf } from '../requests/origin';
import { withRetries } from '../requests/retry';
import { takeSlot } from '../requests/slots';
import { startTimer } from '../requests/timeLimit';
import type { BlueprintServer } from './servers';

/** A request as it will go out, but for the credentials: what the page shows is what is sent. */
export interface BlueprintRequest {
  method: 'GET' | 'POST';
  /** Below the instance's base: `/api/v1/projects?limit=100`. Built from ids, never from a link of an answer. */
  path: string;
  headers: Readonly<Record<string, string>>;
  body?: string;
}

interface SendOptions {
  server: BlueprintServer;
  authorization: string | null;
  signal?: AbortSignal | undefined;
}

/** Five hundred artifacts with their properties take a while; the server's own limit is not documented. */
const TIMEOUT = 60_000;

/** The instance's base address: an origin, and the path under which a proxy serves it there. */
export function baseOf(server: BlueprintServer): string {
  return originOf(server) + (server.path ?? '');
}

/** The credentials of an `Authorization`, without its scheme. */
function secretIn(authorization: string | null): string[] {
  return authorization ? authorization.split(' ').slice(1) : [];
}

/** What came, and what was asked for it. */
export interface Sent<Body> {
  response: Response;
  body: Body;
  asked: { method: string; path: string };
}

/** One try: in its turn, within its time. */
async function sendOnce<Body>(
  request: BlueprintRequest,
  { server, authorization, signal, attempt }: SendOptions & { attempt: number },
  reading: Reading<Body>,
): Promise<Sent<Body>> {
  const { method, path, body = null } = request;
  const url = new URL(baseOf(server) + path);
  const headers = {
    ...request.headers,
    ...(authorization ? { Authorization: authorization } : {}),
  };
  const leave = await takeSlot(baseOf(server), isRead(method, headers) ? 'quick' : 'slow', signal);
  const timer = startTimer(TIMEOUT);
  try {
    const connection = { id: server.id, label: server.label, url: server.url };
    // The token is for this address only.
    const secrets = secretIn(authorization);
    const sent = { method, url, connection, headers, body, secrets, attempt, signal };
    const passed = await pass({ ...sent, limit: timer.signal }, reading);
    return { ...passed, asked: { method, path: url.pathname + url.search } };
  } finally {
    timer.stop();
    leave();
  }
}

/** What a failed try says, so that the reading policy can judge it; a 401 is no failure of the request. */
function requireNoFault(sent: Sent<unknown>): void {
  const { response, asked } = sent;
  if (response.status < 429) return;
  const { status, headers } = response;
  throw new ApiError('http', `The server answered ${status}.`, { request: asked, status, headers });
}

/** Everything asked of Blueprint is a read, and obeys the reading policy; a last refusal is an answer. */
export async function send<Body>(
  request: BlueprintRequest,
  options: SendOptions,
  reading: Reading<Body>,
): Promise<Sent<Body>> {
  let last: Sent<Body> | undefined;
  const signal = options.signal ?? new AbortController().signal;
  try {
    return await withRetries(async (attempt) => {
      last = undefined;
      last = await sendOnce(request, { ...options, attempt }, reading);
      requireNoFault(last);
      return last;
    }, signal);
  } catch (error) {
    if (last && !signal.aborted) return last;
    throw error;
  }
}
