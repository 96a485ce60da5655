/** What was asked, with secrets already removed: safe to show, to log and to copy. */
export interface AskedRequest {
  method: string;
  path: string;
}

/**
 * Why no usable answer came. `cut`: the answer broke off while it was read. `cors`: none came from another origin, where a
 * browser does not tell a server that is down from one that this page may not read.
 */
export type NetworkReason = 'offline' | 'timeout' | 'unreachable' | 'cors' | 'cut';

/**
 * Why a request did not leave. `readOnly`: the switch is on (features C8). `crossOrigin`: the server does not let pages of
 * another address ask this (features D1). `somebodyElse`: another person signed in before it was sent (features C4).
 */
export type BlockReason = 'readOnly' | 'crossOrigin' | 'somebodyElse';

/** One place where an answer differs from what its route promises; `path` as `values[3].label`. */
export interface ShapeIssue {
  path: string;
  message: string;
}

/** What stood in the body instead of the promised JSON. `login`: a page that asks to sign in. */
export type BodyKind = 'json' | 'html' | 'login' | 'text' | 'empty';

interface ApiErrorFacts {
  request: AskedRequest;
  status?: number;
  reason?: NetworkReason | BlockReason;
  serverMessages?: string[];
  headers?: Headers;
  issues?: ShapeIssue[];
  body?: BodyKind;
  cause?: unknown;
}

/**
 * The one error of the API layer.
 * - `network`: no answer (see `reason`); a write may or may not have landed.
 * - `http`: the server refused with `status`; `serverMessages` holds what it said, in its order of usefulness.
 * - `shape`: it answered 2xx, but with something that this route never gives (`issues`, `body`).
 * - `blocked`: nothing was sent (see `reason`); the message says why in a sentence.
 */
export class ApiError extends Error {
  readonly kind: 'network' | 'http' | 'shape' | 'blocked';
  readonly request: AskedRequest;
  readonly status: number | undefined;
  readonly reason: NetworkReason | BlockReason | undefined;
  readonly serverMessages: string[];
  readonly headers: Headers | undefined;
  readonly issues: ShapeIssue[];
  readonly body: BodyKind | undefined;

  constructor(kind: ApiError['kind'], message: string, facts: ApiErrorFacts) {
    super(message, { cause: facts.cause });
    this.name = 'ApiError';
    this.kind = kind;
    this.request = facts.request;
    this.status = facts.status;
    this.reason = facts.reason;
    this.serverMessages = facts.serverMessages ?? [];
    this.headers = facts.headers;
    this.issues = facts.issues ?? [];
    this.body = facts.body;
  }
}

/** True for an `ApiError` with this HTTP status. */
export function hasStatus(error: unknown, status: number): error is ApiError {
  return error instanceof ApiError && error.status === status;
}

const shapes = [
  // Also a mistyped one: half a key is half a secret.
  [/tlp-[a-z0-9]+-[^\s"'<>,;]+/gi, 'tlp-…'],
  [/\b(tokens\/)[^/?#\s]+/g, '$1…'],
] as const;

/** `text` without access keys and tokens (a token stands in the path of `DELETE /tokens/:token`). */
export function redact(text: string): string {
  return shapes.reduce((clean, [pattern, mask]) => clean.replace(pattern, mask), text);
}
