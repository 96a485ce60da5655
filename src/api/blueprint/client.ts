import { bodyKind, noAnswer } from '../client';
import { ApiError } from '../error';
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
  return `${server.url === '' ? location.origin : server.url}${server.path ?? ''}`;
}

/** `text` without tokens and credentials. */
function masked(text: string): string {
  return text.replace(/\b(BlueprintToken|Basic)\s+[\w+/=.-]+/gi, '$1 …');
}

async function send<Body>(
  request: BlueprintRequest,
  { server, authorization, signal }: SendOptions,
  read: (response: Response) => Promise<Body>,
): Promise<{ response: Response; body: Body; asked: BlueprintAnswer['asked'] }> {
  const url = new URL(baseOf(server) + request.path);
  const asked = { method: request.method, path: url.pathname + url.search };
  const timeout = AbortSignal.timeout(TIMEOUT);
  let response: Response | undefined;
  try {
    response = await fetch(url, {
      method: request.method,
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
      headers: { ...request.headers, ...(authorization ? { Authorization: authorization } : {}) },
      body: request.body ?? null,
      // The token is for this address only: a redirect would carry it on, a cookie would be somebody else.
      redirect: 'error',
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
    });
    return { response, body: await read(response), asked };
  } catch (cause) {
    if (signal?.aborted) throw cause;
    throw noAnswer(asked, { isTimeout: timeout.aborted, response, cause });
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

/** Rejects with the caller's abort while a person is asked to sign in. */
async function signedInAgain(signal: AbortSignal | undefined): Promise<boolean> {
  const wait = waitForBlueprintSignIn();
  if (!signal) return wait;
  signal.throwIfAborted();
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    wait.then(resolve, reject);
  });
}

function answerOf(sent: {
  response: Response;
  body: string;
  asked: BlueprintAnswer['asked'];
}): BlueprintAnswer {
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
  const answer = answerOf(await send(request, { server, authorization }, (it) => it.text()));
  if (!/^2/.test(String(answer.status))) throw refusal(answer);
  return answer;
}

async function inSession<Body>(
  request: BlueprintRequest,
  signal: AbortSignal | undefined,
  read: (response: Response) => Promise<Body>,
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
    read,
  );
  if (sent.response.status !== 401) return sent;
  const isSame = () => {
    const now = currentBlueprintSession();
    return now?.server.id === server.id && now.username === session.username;
  };
  // Signed in anew while the answer was under way: nothing to wait for.
  const isNew = isSame() && currentBlueprintToken() !== token;
  // Never in another person's name, nor at another server.
  if (!(isNew || (isSame() && (await signedInAgain(signal)) && isSame()))) return sent;
  const authorization = `BlueprintToken ${currentBlueprintToken()}`;
  return send(request, { server, signal, authorization }, read);
}

/**
 * Asks the Blueprint of the session; the second door for requests beside `api/client.ts` (held by the architecture test).
 * A 401 waits for the person to sign in again in place, then asks once more. Throws `ApiError` for anything but 2xx.
 */
export async function askBlueprint(
  request: BlueprintRequest,
  signal?: AbortSignal,
): Promise<BlueprintAnswer> {
  const answer = answerOf(await inSession(request, signal, (it) => it.text()));
  if (!/^2/.test(String(answer.status))) throw refusal(answer);
  return answer;
}

/** The bytes of a file; else like `askBlueprint`. */
export async function askBlueprintFile(
  request: BlueprintRequest,
  signal?: AbortSignal,
): Promise<Blob> {
  const sent = await inSession(request, signal, (it) => it.blob());
  if (sent.response.ok) return sent.body;
  throw refusal(answerOf({ ...sent, body: await sent.body.text() }));
}
