import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** One recorded request with its answer, in the form of shared/tuleap-exchanges. */
export interface Exchange {
  request: { method: string; path: string };
  response: { status: number; headers: Record<string, string>; body: unknown };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isExchange(value: unknown): value is Exchange {
  if (!isRecord(value) || !isRecord(value.request) || !isRecord(value.response)) return false;
  return (
    typeof value.request.method === 'string' &&
    typeof value.request.path === 'string' &&
    typeof value.response.status === 'number' &&
    isRecord(value.response.headers)
  );
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}

/**
 * Every exchange in `folder` and below, in the order of the file names; other files are passed over.
 * Throws a sentence when the folder does not exist or holds none.
 */
export function readExchanges(folder: string): Exchange[] {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    throw new Error(`PARTERRE_REPLAY names a folder that does not exist: ${folder}`);
  }
  const exchanges = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json'))
    .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
    .map((name) => readJson(join(folder, name)))
    .filter(isExchange);
  if (exchanges.length === 0) {
    throw new Error(`PARTERRE_REPLAY names a folder without recorded exchanges: ${folder}`);
  }
  return exchanges;
}

/** Of one connection or of one encoding on the way; the replay sends the decoded body. */
const NOT_REPLAYED = new Set([
  'content-encoding',
  'content-length',
  'transfer-encoding',
  'connection',
  'keep-alive',
  'set-cookie',
  'www-authenticate',
  'strict-transport-security',
]);

function replayed({ response }: Exchange): Response {
  const headers = new Headers();
  for (const [name, value] of Object.entries(response.headers)) {
    if (!NOT_REPLAYED.has(name.toLowerCase())) headers.set(name, value);
  }
  const { body, status } = response;
  const isEmpty = body === null || body === '' || status === 204 || status === 304;
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return new Response(isEmpty ? null : text, { status, headers });
}

function refusal(code: number, message: string): Response {
  return Response.json({ error: { code, message } }, { status: code });
}

/** `/api/projects?offset=50` → path, and the query as sorted pairs (the order of parameters says nothing). */
function parse(path: string): { path: string; query: URLSearchParams } {
  const url = new URL(path, 'http://replay');
  url.searchParams.sort();
  return { path: url.pathname.replace(/(.)\/$/, '$1'), query: url.searchParams };
}

function offsetOf(query: URLSearchParams): number {
  return Number(query.get('offset') ?? 0);
}

function isSuccess({ response }: Exchange): boolean {
  return response.status >= 200 && response.status < 300;
}

/** How many parameters two queries share, to choose among several recordings of one page. */
function likeness(a: URLSearchParams, b: URLSearchParams): number {
  return [...a].filter(([name, value]) => b.getAll(name).includes(value)).length;
}

/** Recordings tried many requests with wrong credentials too: a success is the better answer, then the likest question. */
function best(
  candidates: readonly { exchange: Exchange; query: URLSearchParams }[],
  query: URLSearchParams,
): Exchange | undefined {
  const rank = (candidate: { exchange: Exchange; query: URLSearchParams }) =>
    (isSuccess(candidate.exchange) ? 1000 : 0) + likeness(query, candidate.query);
  return [...candidates].sort((a, b) => rank(b) - rank(a))[0]?.exchange;
}

/** Shape of an access key (conventions.md §2). Here every key of that shape is good. */
const ACCESS_KEY = /^tlp-k1-\d+\.[A-Za-z0-9]+$/;

/**
 * A server that answers from recordings: exact method, path and query first; for reads then the same path with the same
 * offset (none = 0). Everything else is a 501 that says what was not recorded; a write without a recording is refused.
 */
export function createReplay(exchanges: readonly Exchange[]): (request: Request) => Response {
  const known = exchanges.map((exchange) => ({ exchange, ...parse(exchange.request.path) }));
  return (request) => {
    const { pathname, search } = new URL(request.url);
    const key = request.headers.get('x-auth-accesskey');
    if (key !== null && !ACCESS_KEY.test(key)) {
      return refusal(401, 'Unauthorized: Key or token incorrectly formatted');
    }
    const asked = parse(pathname + search);
    const samePath = known.filter(
      ({ exchange, path }) => path === asked.path && exchange.request.method === request.method,
    );
    const exact = samePath.filter(({ query }) => query.toString() === asked.query.toString());
    const isRead = request.method === 'GET';
    const near = samePath.filter(({ query }) => offsetOf(query) === offsetOf(asked.query));
    const found = best(exact, asked.query) ?? (isRead ? best(near, asked.query) : undefined);
    if (found) return replayed(found);
    return isRead
      ? refusal(501, `Not recorded: GET ${pathname}${search}`)
      : refusal(
          501,
          `Recorded answers cannot be changed: ${request.method} ${pathname}${search} was refused.`,
        );
  };
}
