import * as z from 'zod/mini';
import { serverMessages } from './answers/serverMessages';
import { shapeIssues } from './answers/shapeIssues';
import { ApiError, type AskedRequest, type BodyKind, redact } from './error';
import {
  type Connection,
  currentCredentials,
  currentSession,
  scope,
  waitForSignIn,
} from './session';
import { type Credentials, credentialHeaders, secretsOf } from './signIn/credentials';

/** Acting as somebody who is not (yet) the session: checking credentials at sign-in, revoking a token. */
export interface ActingAs {
  connection: Connection;
  credentials: Credentials | null;
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export interface RequestOptions {
  query?: Record<string, string | number | boolean | undefined>;
  /** Sent as JSON. */
  body?: unknown;
  headers?: Record<string, string>;
  signal?: AbortSignal | undefined;
  /** Milliseconds until an answer must be complete; a server under load may take its 30 s. */
  timeout?: number;
  /** False: a 401 is given back at once, and nothing is asked twice. */
  isRepeated?: boolean;
  as?: ActingAs;
}

export interface Answer<T> {
  data: T;
  headers: Headers;
  status: number;
}

/** The schema of routes that answer 200 with nothing: anything else in the body is a fault. */
export const noBody = z.undefined();

const TIMEOUT = 35_000;

function originOf({ url }: Connection): string {
  return url === '' ? location.origin : url;
}

function apiUrl(connection: Connection, path: string, query: RequestOptions['query']): URL {
  const url = new URL(`${originOf(connection)}/api/${path}`);
  for (const [key, value] of Object.entries(query ?? {})) {
    if (value !== undefined) url.searchParams.set(key, String(value));
  }
  return url;
}

/** What kind of body came, by its text and its content type. */
export function bodyKind(text: string, contentType: string): BodyKind {
  if (text.trim() === '') return 'empty';
  if (/\bjson\b/.test(contentType)) return 'json';
  return /html/.test(contentType) || /^\s*</.test(text) ? 'html' : 'text';
}

interface RawAnswer {
  response: Response;
  text: string;
  asked: AskedRequest;
  /** What the request was sent with: taken out of the answer's own words. */
  secrets: readonly string[];
}

/** Why no whole answer came, as an error; `response` is there when it broke off while it was read. */
export function noAnswer(
  asked: AskedRequest,
  facts: { isTimeout: boolean; response: Response | undefined; cause: unknown },
): ApiError {
  const { cause } = facts;
  if (facts.isTimeout) {
    const message = 'The server did not answer in time.';
    return new ApiError('network', message, { request: asked, reason: 'timeout', cause });
  }
  if (facts.response) {
    const { status } = facts.response;
    const message = 'The answer broke off.';
    return new ApiError('network', message, { request: asked, reason: 'cut', status, cause });
  }
  const isOffline = typeof navigator !== 'undefined' && navigator.onLine === false;
  return new ApiError('network', isOffline ? 'This device is offline.' : 'No answer came.', {
    request: asked,
    reason: isOffline ? 'offline' : 'unreachable',
    cause,
  });
}

/** What every request is sent with: no cookie (but for one way to sign in), no redirect, no cache, no referrer. */
function sealed(options: {
  method: Method;
  headers: Record<string, string>;
  credentials: Credentials | null;
  signal: AbortSignal;
}): RequestInit {
  const { method, headers, credentials, signal } = options;
  return {
    method,
    signal,
    headers: { ...(credentials ? credentialHeaders(credentials) : {}), ...headers },
    // A redirect would carry X-Auth-AccessKey to the other host (reliability M7).
    redirect: 'error',
    // A cookie would be somebody else (M9), but for who chose to be whom Tuleap's own cookie says (C2).
    credentials: credentials?.way === 'browser' ? 'same-origin' : 'omit',
    cache: 'no-store',
    referrerPolicy: 'no-referrer',
  };
}

async function send(
  method: Method,
  url: URL,
  options: RequestOptions & { credentials: Credentials | null },
): Promise<RawAnswer> {
  const asked = { method, path: redact(url.pathname + url.search) };
  const { body, credentials } = options;
  const timeout = AbortSignal.timeout(options.timeout ?? TIMEOUT);
  const signal = options.signal ? AbortSignal.any([options.signal, timeout]) : timeout;
  const headers = {
    Accept: 'application/json',
    ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
    ...options.headers,
  };
  let response: Response | undefined;
  try {
    response = await fetch(url, {
      ...sealed({ method, headers, credentials, signal }),
      body: body === undefined ? null : JSON.stringify(body),
    });
    const secrets = credentials ? secretsOf(credentials) : [];
    return { response, text: await response.text(), asked, secrets };
  } catch (cause) {
    if (options.signal?.aborted) throw cause;
    throw noAnswer(asked, { isTimeout: timeout.aborted, response, cause });
  }
}

function parseJson(text: string): { value: unknown } | null {
  try {
    return { value: JSON.parse(text.replace(/^\uFEFF/, '')) };
  } catch {
    return null;
  }
}

/** The parsed body of an answer, or the `ApiError` that says what was wrong with it. */
function readAnswer<T>(
  { response, text, asked, secrets }: RawAnswer,
  schema: z.ZodMiniType<T>,
): Answer<T> {
  const { status, headers } = response;
  const body = bodyKind(text, headers.get('content-type') ?? '');
  const parsed = body === 'empty' ? { value: undefined } : parseJson(text);
  const facts = { request: asked, status, headers, body };
  if (!response.ok) {
    const messages = serverMessages(parsed?.value).map((said) =>
      redact(secrets.reduce((clean, secret) => clean.replaceAll(secret, '…'), said)),
    );
    const message = messages[0] ?? `The server answered ${status}.`;
    throw new ApiError('http', message, { ...facts, serverMessages: messages });
  }
  if (!parsed) throw new ApiError('shape', 'The answer is not JSON.', facts);
  const result = z.safeParse(schema, parsed.value);
  if (!result.success) {
    const issues = shapeIssues(result.error.issues);
    throw new ApiError('shape', 'The answer has an unexpected shape.', { ...facts, issues });
  }
  return { data: result.data, headers, status };
}

/**
 * Asks the Tuleap API: the only door for requests (held by the architecture test).
 * `path` is relative to `/api/` and built from ids, never from a `uri` of an answer.
 * Gives the parsed body with the headers. Throws `ApiError`, or the abort of the caller's own signal.
 * A 401 in a running session waits for the person to sign in again, then asks once more, unless that is not wanted.
 */
export async function request<T>(
  method: Method,
  path: string,
  schema: z.ZodMiniType<T>,
  options: RequestOptions = {},
): Promise<Answer<T>> {
  const connection = options.as?.connection ?? currentSession()?.connection;
  if (!connection) {
    const asked = { method, path: redact(`/api/${path}`) };
    throw new ApiError('http', 'Nobody is signed in.', { request: asked, status: 401 });
  }
  const url = apiUrl(connection, path, options.query);
  const credentials = options.as ? options.as.credentials : currentCredentials();
  const [server, person] = scope();
  let raw = await send(method, url, { ...options, credentials });
  const isFinal = options.as !== undefined || options.isRepeated === false;
  if (raw.response.status !== 401 || isFinal) return readAnswer(raw, schema);
  const isSame = server === scope()[0] && person === scope()[1];
  // Signed in anew while the answer was under way: nothing to wait for.
  const isNew = currentCredentials() !== credentials;
  if (isSame && (isNew || (await waitForSignIn()))) {
    raw = await send(method, url, { ...options, credentials: currentCredentials() });
  }
  return readAnswer(raw, schema);
}

/**
 * Reads a JSON file that was deployed beside this app (`parterre.json`); never sends credentials.
 * Throws `ApiError` like `request`.
 */
export async function readStatic<T>(
  file: string,
  schema: z.ZodMiniType<T>,
  options: { signal?: AbortSignal | undefined } = {},
): Promise<T> {
  const url = new URL(`${import.meta.env.BASE_URL}${file}`, location.origin);
  return readAnswer(await send('GET', url, { ...options, credentials: null }), schema).data;
}

/**
 * Opens a file of Tuleap's web part (outside `/api/`) at the server of the session; `path` is built from an id and a name.
 * The same rules as `request`, but only one try, and the answer is handed on unread: `download` does the rest.
 */
export async function openFile(path: string, signal: AbortSignal): Promise<Response> {
  const connection = currentSession()?.connection;
  if (!connection) {
    const asked = { method: 'GET', path: redact(path) };
    throw new ApiError('http', 'Nobody is signed in.', { request: asked, status: 401 });
  }
  const sent = sealed({ method: 'GET', headers: {}, credentials: currentCredentials(), signal });
  return fetch(new URL(originOf(connection) + path), sent);
}
