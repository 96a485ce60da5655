import * as z from 'zod/mini';
import {
  type Answer,
  type Mend,
  type RawAnswer,
  readAnswer,
  refusalOf,
} from './answers/readAnswer';
import { ApiError, redact } from './error';
import { abortable } from './requests/abortable';
import { asText, blocked, type Passage, pass } from './requests/door';
import { type Flights, shared, startAfresh } from './requests/inFlight';
import { isCrossOrigin, originOf } from './requests/origin';
import { withRetries } from './requests/retry';
import { takeSlot } from './requests/slots';
import { startTimer, timeLimitFor } from './requests/timeLimit';
import { crossOriginRules } from './rules/crossOrigin';
import {
  type Connection,
  currentCredentials,
  currentSession,
  scope,
  untilPageIsLeft,
  waitForSignIn,
} from './session';
import { accessOf, type Credentials, credentialHeaders, secretsOf } from './signIn/credentials';

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

/** The schema of routes that answer 200 with nothing: anything else in the body is a fault. */
export const noBody = z.undefined();

/** One request as it was asked for; its tries are made of it, with the credentials of their moment. */
interface Order extends Omit<RequestOptions, 'query'> {
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

/** An answer, and whose credentials it was asked with. */
interface Asked extends RawAnswer {
  credentials: Credentials | null;
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

function isSameScope(order: Pick<Order, 'scope'>): boolean {
  const [server, person] = scope();
  return server === order.scope[0] && person === order.scope[1];
}

/** Whose credentials a try goes out with: those of now, but of the same person. Throws when there are none. */
export function credentialsFor(
  order: Pick<Order, 'as' | 'method' | 'url' | 'scope'>,
): Credentials | null {
  if (order.as) return order.as.credentials;
  const { method, url } = order;
  const credentials = currentCredentials();
  if (credentials && isSameScope(order)) return credentials;
  if (!currentSession() || isSameScope(order)) throw nobody(method, url.pathname);
  const asked = { method, path: redact(url.pathname + url.search) };
  throw blocked('somebodyElse', 'Somebody else signed in before this was sent.', asked);
}

function headersOf(order: Order, credentials: Credentials | null): Record<string, string> {
  return {
    ...(credentials ? credentialHeaders(credentials) : {}),
    Accept: 'application/json',
    ...(order.text === null ? {} : { 'Content-Type': 'application/json' }),
    ...order.headers,
  };
}

/** Cross-origin nothing is tried that the browser would have to refuse (features D1). */
async function requireAllowed(order: Order, headers: Record<string, string>): Promise<void> {
  if (!isCrossOrigin(order.connection)) return;
  const { whyRefusedAcrossOrigins } = await crossOriginRules();
  const why = whyRefusedAcrossOrigins(order.method, order.path, headers);
  if (why === null) return;
  const { method, url } = order;
  const message = `${order.connection.label} cannot be asked for this from another address: ${why}.`;
  throw blocked('crossOrigin', message, { method, path: redact(url.pathname + url.search) });
}

const signInForm = z.looseObject({ username: z.string(), password: z.string() });

/** What must not be repeated by an error or the log: the credentials, and a password that is changed into a token. */
function secretsFor({ body }: Order, credentials: Credentials | null): string[] {
  const form = z.safeParse(signInForm, body);
  const { username, password } = form.data ?? {};
  return [
    ...(credentials ? secretsOf(credentials) : []),
    ...(username === undefined || password === undefined
      ? []
      : secretsOf({ way: 'basic', username, password })),
  ];
}

/**
 * What only says who is signed in, which the read-only switch lets pass: a token is made and revoked, and a key that was made
 * for this session alone is revoked with itself.
 */
function isSignInOf({ as, method, path }: Order): boolean {
  if (as === undefined) return false;
  if (/^tokens(\/|$)/.test(path)) return true;
  const { credentials } = as;
  return (
    method === 'DELETE' &&
    credentials?.way === 'accessKey' &&
    credentials.isOwn === true &&
    path === `access_keys/${accessOf(credentials).keyId}`
  );
}

/** Waits for the same person to come back, but a write only while the page is shown that wanted it. */
function patiently({ method, page }: Order, signal?: AbortSignal): Promise<boolean> {
  return abortable(
    waitForSignIn(),
    method === 'GET' ? signal : AbortSignal.any(signal ? [page, signal] : [page]),
  );
}

/** One try: in its turn, with the credentials of now, within its time. */
async function send(order: Order, attempt: number, signal?: AbortSignal): Promise<Asked> {
  const { method, url, text: body, connection } = order;
  // Signed out in another tab: without a secret it would go out as nobody, under this person's name.
  const isDropped = isSameScope(order) && !order.as && !currentCredentials();
  if (isDropped && order.isRepeated !== false) await patiently(order, signal);
  const leave = await takeSlot(url.origin, method === 'GET' ? 'quick' : 'slow', signal);
  const timer = startTimer(order.timeout ?? timeLimitFor(body?.length ?? 0));
  try {
    const credentials = credentialsFor(order);
    const headers = headersOf(order, credentials);
    await requireAllowed(order, headers);
    const secrets = secretsFor(order, credentials);
    const isSignIn = isSignInOf(order);
    const passage: Passage = {
      ...{ method, url, connection, headers, body, secrets, attempt, signal, isSignIn },
      withCookie: credentials?.way === 'browser',
      limit: timer.signal,
    };
    const { response, body: text } = await pass(passage, asText);
    const asked = { method, path: redact(url.pathname + url.search) };
    return { response, text, asked, secrets, credentials };
  } finally {
    timer.stop();
    leave();
  }
}

const flights: Flights<Asked> = new Map();

/** A read obeys the reading policy; a 401 is an answer here, because it is not about what was asked. */
async function readOnce(order: Order): Promise<Asked> {
  const ask = (signal: AbortSignal) =>
    withRetries(async (attempt) => {
      const raw = await send(order, attempt, signal);
      if (raw.response.ok || raw.response.status === 401) return raw;
      throw refusalOf(raw);
    }, signal);
  // Whoever is not the session yet shares with nobody.
  const { as, scope: whose, headers, url, signal } = order;
  const key = JSON.stringify([...whose, url.href, headers]);
  return shared(as ? new Map() : flights, key, { ask, signal });
}

/** A write goes out once. What is read from its departure on, and again from its answer on, is asked anew. */
async function writeOnce(order: Order): Promise<Asked> {
  startAfresh(flights);
  try {
    return await send(order, 1, order.signal);
  } finally {
    startAfresh(flights);
  }
}

/** What an answer says; of one in an unseen shape what can be read (features A6), with code that few answers need. */
async function readOf<T>(
  raw: RawAnswer,
  schema: z.ZodMiniType<T>,
  { mayLeaveOut = false, mend }: RequestOptions,
): Promise<Answer<T>> {
  try {
    return readAnswer(raw, schema);
  } catch (error) {
    if (!(error instanceof ApiError) || error.issues.length === 0) throw error;
    const { mended, noteOdd, withoutOdd } = await import('./answers/withoutOdd');
    if (mend) return mended(raw, schema, { mend, error });
    return mayLeaveOut ? withoutOdd(raw, schema, error) : noteOdd(raw, error);
  }
}

/**
 * Asks the Tuleap API: with the Blueprint client the only way to `door.ts` (held by the architecture test).
 * `path` is relative to `/api/` and built from ids, never from a `uri` of an answer.
 * Gives the parsed body with the headers. Throws `ApiError`, or the abort of the caller's own signal.
 * Reads are tried again where that helps, and equal ones under way are one; writes go out once. A 401 in a running session
 * waits for the same person to sign in again, then asks once more, a write only from the page that wanted it; for anybody
 * else nothing is sent. Neither with
 * `isRepeated: false`.
 */
export async function request<T>(
  method: Method,
  path: string,
  schema: z.ZodMiniType<T>,
  options: RequestOptions = {},
): Promise<Answer<T>> {
  const connection = options.as?.connection ?? currentSession()?.connection;
  if (!connection) throw nobody(method, `/api/${path}`);
  const url = apiUrl(connection, path, options.query);
  const text = options.body === undefined ? null : JSON.stringify(options.body);
  const facts = { scope: scope(), page: untilPageIsLeft() };
  const order: Order = { ...options, method, path, url, text, connection, ...facts };
  const ask = method === 'GET' ? readOnce : writeOnce;
  const raw = await ask(order);
  const isFinal = options.as !== undefined || options.isRepeated === false;
  if (raw.response.status !== 401 || isFinal) return readOf(raw, schema, options);
  // Signed in anew while the answer was under way: nothing to wait for.
  const isNew = currentCredentials() !== raw.credentials;
  if (isSameScope(order) && !isNew) await patiently(order, options.signal);
  // Where somebody else came, this does not send but says so.
  return readOf(currentSession() ? await ask(order) : raw, schema, options);
}
