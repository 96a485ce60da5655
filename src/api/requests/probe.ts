import { type Connection, currentCredentials, currentSession } from '../session';
import { credentialHeaders, secretsOf } from '../signIn/credentials';
import { asText, pass } from './door';
import { originOf } from './origin';
import { takeSlot } from './slots';
import { startTimer, timeLimitFor } from './timeLimit';

/** What the doctor asks. `path` begins with `/`. */
export interface Question {
  method: 'GET' | 'OPTIONS' | 'POST' | 'PUT';
  path: string;
  headers?: Record<string, string>;
  /** Sent as JSON. */
  body?: unknown;
  /** Without the credentials of the session. */
  isAnonymous?: boolean;
}

export interface ProbeAnswer {
  status: number;
  headers: Headers;
  text: string;
  /** Without the time in which it waited for its turn. */
  milliseconds: number;
}

/**
 * Asks any address of a server once and hands on whatever was answered: for the doctor, who wants to see what others must not
 * (features C3), so that the rules for other origins do not count here; the door, its turns and read-only do. The session's
 * credentials go along only to its own server. Throws `ApiError` when no answer came, which a refused preflight is too, or
 * when read-only is on.
 */
export async function probe(
  connection: Connection,
  question: Question,
  signal: AbortSignal,
): Promise<ProbeAnswer> {
  const { method } = question;
  const url = new URL(originOf(connection) + question.path);
  const body = question.body === undefined ? null : JSON.stringify(question.body);
  const leave = await takeSlot(url.origin, method === 'GET' ? 'quick' : 'slow', signal);
  const timer = startTimer(timeLimitFor(body?.length ?? 0));
  const began = performance.now();
  try {
    // After the wait: somebody else may have come, whose secret is for another server.
    const isOwn = currentSession()?.connection.id === connection.id;
    const credentials = isOwn && !question.isAnonymous ? currentCredentials() : null;
    const headers = {
      ...(credentials ? credentialHeaders(credentials) : {}),
      Accept: 'application/json',
      ...(body === null ? {} : { 'Content-Type': 'application/json' }),
      ...question.headers,
    };
    const secrets = credentials ? secretsOf(credentials) : [];
    const withCookie = credentials?.way === 'browser';
    const limit = timer.signal;
    const passage = { method, url, connection, headers, body, secrets, attempt: 1, signal, limit };
    const { response, body: text } = await pass({ ...passage, withCookie }, asText);
    const milliseconds = Math.round(performance.now() - began);
    return { status: response.status, headers: response.headers, text, milliseconds };
  } finally {
    timer.stop();
    leave();
  }
}
