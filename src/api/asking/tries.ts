import { type RawAnswer, refusalOf } from '../answers/readAnswer';
import { redact } from '../error';
import { abortable } from '../requests/abortable';
import { asText, blocked, type Passage, pass } from '../requests/door';
import { type Flights, shared, startAfresh } from '../requests/inFlight';
import { isCrossOrigin } from '../requests/origin';
import { withRetries } from '../requests/retry';
import { takeSlot } from '../requests/slots';
import { startTimer, timeLimitFor } from '../requests/timeLimit';
import { crossOriginRules } from '../rules/crossOrigin';
import { currentCredentials, waitForSignIn } from '../session';
import type { Credentials } from '../signIn/credentials';
import { isSameScope, type Order } from './order';
import { credentialsFor, headersOf, isSignInOf, secretsFor } from './whose';

/** An answer, and whose credentials it was asked with. */
interface Asked extends RawAnswer {
  credentials: Credentials | null;
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

/** Waits for the same person to come back, but a write only while the page is shown that wanted it. */
export function patiently({ method, page }: Order, signal?: AbortSignal): Promise<boolean> {
  return abortable(
    waitForSignIn(),
    method === 'GET' ? signal : AbortSignal.any(signal ? [page, signal] : [page]),
  );
}

/** One try: in its turn, with the credentials of now, within its time. */
async function tryOnce(order: Order, attempt: number, signal?: AbortSignal): Promise<Asked> {
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
export async function readOnce(order: Order): Promise<Asked> {
  const ask = (signal: AbortSignal) =>
    withRetries(async (attempt) => {
      const raw = await tryOnce(order, attempt, signal);
      if (raw.response.ok || raw.response.status === 401) return raw;
      throw refusalOf(raw);
    }, signal);
  // Whoever is not the session yet shares with nobody.
  const { as, scope: whose, headers, url, signal } = order;
  const key = JSON.stringify([...whose, url.href, headers]);
  return shared(as ? new Map() : flights, key, { ask, signal });
}

/** A write goes out once. What is read from its departure on, and again from its answer on, is asked anew. */
export async function writeOnce(order: Order): Promise<Asked> {
  startAfresh(flights);
  try {
    return await tryOnce(order, 1, order.signal);
  } finally {
    startAfresh(flights);
  }
}
