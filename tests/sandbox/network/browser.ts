/**
 * What a browser adds to `fetch` between two origins (Fetch standard, "CORS protocol"), for tests without a browser: the
 * preflight, and which headers of an answer a script may read.
 */

type Server = (request: Request) => Promise<Response>;

const SIMPLE_METHODS = ['GET', 'HEAD', 'POST'];
const SIMPLE_HEADERS = ['accept', 'accept-language', 'content-language'];
const SIMPLE_TYPES = /^(application\/x-www-form-urlencoded|multipart\/form-data|text\/plain)/;
const READABLE = [
  'cache-control',
  'content-language',
  'content-length',
  'content-type',
  'expires',
  'last-modified',
  'pragma',
];

const listOf = (headers: Headers, name: string): string[] =>
  (headers.get(name) ?? '').split(',').map((part) => part.trim().toLowerCase());

/** A script learns nothing but that it failed. */
function refused(why: string): TypeError {
  return new TypeError('Failed to fetch', { cause: why });
}

function unusualHeaders(request: Request): string[] {
  return [...request.headers]
    .map(([name, value]) => [name.toLowerCase(), value] as const)
    .filter(
      ([name, value]) =>
        !SIMPLE_HEADERS.includes(name) && !(name === 'content-type' && SIMPLE_TYPES.test(value)),
    )
    .map(([name]) => name);
}

async function preflight(server: Server, request: Request): Promise<void> {
  const unusual = unusualHeaders(request);
  if (SIMPLE_METHODS.includes(request.method) && unusual.length === 0) return;
  const answer = await server(new Request(request.url, { method: 'OPTIONS' }));
  if (!answer.ok) throw refused(`the preflight was answered ${answer.status}`);
  if (!answer.headers.get('access-control-allow-origin')) throw refused('no CORS in the preflight');
  const methods = listOf(answer.headers, 'access-control-allow-methods');
  const isAllowed = [...SIMPLE_METHODS, ...methods.map((name) => name.toUpperCase())];
  if (!isAllowed.includes(request.method)) throw refused(`${request.method} is not allowed`);
  const allowed = listOf(answer.headers, 'access-control-allow-headers');
  const missing = unusual.find((name) => !allowed.includes(name));
  if (missing) throw refused(`${missing} is not allowed`);
}

/** What a script at `origin` gets from `server`. Rejects with a TypeError where the browser would withhold the answer. */
export async function askFrom(origin: string, server: Server, request: Request): Promise<Response> {
  if (new URL(request.url).origin === origin) return server(request);
  await preflight(server, request);
  const answer = await server(request);
  if (!answer.headers.get('access-control-allow-origin')) throw refused('no CORS in the answer');
  const exposed = listOf(answer.headers, 'access-control-expose-headers');
  const headers = new Headers(
    [...answer.headers].filter(([name]) => READABLE.includes(name) || exposed.includes(name)),
  );
  return new Response(answer.body, { status: answer.status, headers });
}

/** A script gets the body as it was before the way compressed it; the header stays. */
export function unpacked(response: Response): Response {
  if (response.headers.get('content-encoding') !== 'gzip' || !response.body) return response;
  const body = response.body.pipeThrough(new DecompressionStream('gzip'));
  return new Response(body, { status: response.status, headers: response.headers });
}
