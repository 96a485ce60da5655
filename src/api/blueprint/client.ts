import { bodyKind } from '../answers/readAnswer';
import { ApiError } from '../error';
import { abortable } from '../requests/abortable';
import { asText, isRead, pass, type Reading } from '../requests/door';
import { originOf } from '../requests/origin';
import { withRetries } from '../requests/retry';
import { takeSlot } from '../requests/slots';
import { startTimer } from '../requests/timeLimit';
import { serverMessage } from './serverMessage';
import type { BlueprintServer } from './servers';
import { currentBlueprintSession, currentBlueprintToken, waitForBlueprintSignIn } from './session';

/** A request as it will go out, but for the credentials: what the page shows is what is sent. */
export interface BlueprintRequest {
  method: 'GET' | 'POST';
  /** Below the instance's base: `/api/v1/projects?limit=100`. Built from ids, never from a link of an answer. */
  path: string;
  headers: Readonly<Record<string, string>>;
  body?: string;
}

/** An answer to the letter, with what it took to get it. */
export interface BlueprintAnswer {
  status: number;
  headers: Headers;
  text: string;
  contentType: string;
  asked: { method: string; path: string };
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

/** `text` without tokens and credentials. */
function masked(text: string): string {
  return text.replace(/\b(BlueprintToken|Basic)\s+[\w+/=.-]+/gi, '$1 …');
}

/** The credentials of an `Authorization`, without its scheme. */
function secretIn(authorization: string | null): string[] {
  return authorization ? authorization.split(' ').slice(1) : [];
}

interface Sent<Body> {
  response: Response;
  body: Body;
  asked: BlueprintAnswer['asked'];
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
async function send<Body>(
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

/** A refusal as `ApiError`, with the server's own `Message`. */
function refusal(answer: BlueprintAnswer): ApiError {
  const { status, headers, text, contentType, asked } = answer;
  const said = serverMessage(text, contentType).map(masked);
  return new ApiError('http', said[0] ?? `The server answered ${status}.`, {
    request: asked,
    status,
    headers,
    body: bodyKind(text, contentType),
    serverMessages: said,
  });
}

const asFile: Reading<Blob> = { read: (response) => response.blob(), text: () => null };

/** The answer of the sign-in is the token itself: nothing of it may stand in the log. */
const asToken: Reading<string> = { read: (response) => response.text(), text: () => null };

function answerOf(sent: Sent<string>): BlueprintAnswer {
  const { status, headers } = sent.response;
  const contentType = headers.get('content-type') ?? '';
  return { status, headers, text: sent.body, contentType, asked: sent.asked };
}

/**
 * Asks with credentials that are not (yet) the session's: signing in. Throws `ApiError` for anything but 2xx.
 */
export async function askAs(
  server: BlueprintServer,
  request: BlueprintRequest,
  authorization: string,
): Promise<BlueprintAnswer> {
  const answer = answerOf(await send(request, { server, authorization }, asToken));
  if (!/^2/.test(String(answer.status))) throw refusal(answer);
  return answer;
}

async function inSession<Body>(
  request: BlueprintRequest,
  signal: AbortSignal | undefined,
  reading: Reading<Body>,
) {
  const session = currentBlueprintSession();
  if (!session) {
    const asked = { method: request.method, path: request.path };
    throw new ApiError('http', 'Nobody is signed in.', { request: asked, status: 401 });
  }
  const { server } = session;
  const token = currentBlueprintToken();
  const sent = await send(
    request,
    { server, signal, authorization: `BlueprintToken ${token}` },
    reading,
  );
  if (sent.response.status !== 401) return sent;
  const isSame = () => {
    const now = currentBlueprintSession();
    return now?.server.id === server.id && now.username === session.username;
  };
  // Signed in anew while the answer was under way: nothing to wait for.
  const isNew = isSame() && currentBlueprintToken() !== token;
  // Never in another person's name, nor at another server.
  if (!(isNew || (isSame() && (await abortable(waitForBlueprintSignIn(), signal)) && isSame())))
    return sent;
  const authorization = `BlueprintToken ${currentBlueprintToken()}`;
  return send(request, { server, signal, authorization }, reading);
}

/**
 * Asks the Blueprint of the session; beside `api/client.ts` the only way to `requests/door.ts` (held by the architecture
 * test).
 * A 401 waits for the person to sign in again in place, then asks once more. Throws `ApiError` for anything but 2xx.
 */
export async function askBlueprint(
  request: BlueprintRequest,
  signal?: AbortSignal,
): Promise<BlueprintAnswer> {
  const answer = answerOf(await inSession(request, signal, asText));
  if (!/^2/.test(String(answer.status))) throw refusal(answer);
  return answer;
}

/** The bytes of a file; else like `askBlueprint`. */
export async function askBlueprintFile(
  request: BlueprintRequest,
  signal?: AbortSignal,
): Promise<Blob> {
  const sent = await inSession(request, signal, asFile);
  if (sent.response.ok) return sent.body;
  throw refusal(answerOf({ ...sent, body: await sent.body.text() }));
}
