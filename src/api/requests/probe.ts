import { ApiError } from '../error';
import { type Connection, currentCredentials, currentSession } from '../session';
import { credentialHeaders, secretsOf } from '../signIn/credentials';
import { logRequest } from './log';
import { isReadOnly } from './readOnly';

/** What the doctor asks. `path` begins with `/`. */
export interface Question {
  method: 'GET' | 'HEAD' | 'OPTIONS' | 'POST' | 'PUT';
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

/** A piece of a file on a slow line. */
const LIMIT = 90_000;

/**
 * Asks any address of a server once and hands on whatever was answered: for the doctor, who wants to see what others must not
 * (features C3), so that the rules for other origins do not count here. The session's credentials go along only to its own
 * server. Throws `ApiError` when no answer came, which a refused preflight is too, or when read-only is on.
 */
export async function probe(
  connection: Connection,
  question: Question,
  signal: AbortSignal,
): Promise<ProbeAnswer> {
  const { method, path } = question;
  const asked = { method, path };
  if (isReadOnly() && !/^(GET|HEAD|OPTIONS)$/.test(method)) {
    const message = 'Read-only is on: nothing is sent.';
    throw new ApiError('blocked', message, { request: asked, reason: 'readOnly' });
  }
  const isOwn = currentSession()?.connection.id === connection.id;
  const credentials = isOwn && !question.isAnonymous ? currentCredentials() : null;
  const body = question.body === undefined ? null : JSON.stringify(question.body);
  const headers = {
    ...(credentials ? credentialHeaders(credentials) : {}),
    Accept: 'application/json',
    ...(body === null ? {} : { 'Content-Type': 'application/json' }),
    ...question.headers,
  };
  const secrets = credentials ? secretsOf(credentials) : [];
  const arrive = logRequest({ method, path, connection, headers, body, secrets, attempt: 1 });
  const timeout = AbortSignal.timeout(LIMIT);
  const began = performance.now();
  try {
    const response = await fetch(
      new URL((connection.url === '' ? location.origin : connection.url) + path),
      {
        ...{ method, headers, body, signal: AbortSignal.any([signal, timeout]) },
        redirect: 'error',
        credentials: credentials?.way === 'browser' ? 'same-origin' : 'omit',
        cache: 'no-store',
        referrerPolicy: 'no-referrer',
      },
    );
    const text = await response.text();
    const milliseconds = Math.round(performance.now() - began);
    arrive({
      ...{ status: response.status, headers: response.headers, text, problem: null },
      bytes: new TextEncoder().encode(text).length,
    });
    return { status: response.status, headers: response.headers, text, milliseconds };
  } catch (cause) {
    const message = signal.aborted ? 'Stopped.' : 'No answer came.';
    arrive({ status: null, headers: null, text: null, bytes: null, problem: message });
    if (signal.aborted) throw cause;
    const reason = timeout.aborted ? 'timeout' : 'unreachable';
    throw new ApiError('network', message, { request: asked, reason, cause });
  }
}
