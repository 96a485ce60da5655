import { wait } from '../faults';
import { problem } from '../http';
import type { Network } from './names';
import { withHeaders, withoutCors } from './ownProxy';

/** What one thing on the way does. */
export interface Effect {
  /** What goes on to the server, or what is answered in its place; undefined leaves the request as it is. */
  ask?(request: Request): Request | Response | undefined | Promise<Request | Response | undefined>;
  /** What comes back instead of the server's answer. */
  answer?(response: Response, request: Request): Response | Promise<Response>;
}

const pathOf = (request: Request): string => new URL(request.url).pathname;

function htmlPage(status: number, title: string, body = ''): Response {
  const page = `<!DOCTYPE html>\n<html lang="en"><head><title>${title}</title></head><body><h1>${title}</h1>${body}</body></html>\n`;
  return new Response(page, { status, headers: { 'content-type': 'text/html' } });
}

function withEtag(change: (etag: string) => string | null): Effect {
  return {
    answer: (response) =>
      withHeaders(response, (headers) => {
        const etag = headers.get('etag');
        const next = etag === null ? null : change(etag);
        if (next === null) headers.delete('etag');
        else headers.set('etag', next);
      }),
  };
}

function without(...names: string[]): Effect {
  return {
    ask: (request) => {
      const headers = new Headers(request.headers);
      for (const name of names) headers.delete(name);
      return new Request(request, { headers });
    },
  };
}

/** As for a route of a plugin that is not installed (errors/01). */
const noSuchRoute = (): Response => problem(404);

/** Answers `page()` where the path is one of these. */
function refusing(paths: RegExp, page: () => Response): Effect {
  return { ask: (request) => (paths.test(pathOf(request)) ? page() : undefined) };
}

/** As recorded (auth/10), with the quote that the server forgets to close. */
const CHALLENGE =
  'Basic realm="Restricted Tuleap API Token realm="Restricted Tuleap API" AccessKey realm="Restricted Tuleap API" Bearer realm="Restricted Tuleap API"';

const SKEW = 7 * 60_000;
const SLOW = 1_200;
const LARGEST_BODY = 1_048_576;

const loginForm =
  '<form action="/account/login.php" method="post"><input name="form_loginname"><input name="form_pw" type="password"><button>Sign in</button></form>';

const compressing: Effect = {
  answer: (response) => {
    if (!response.body || response.status === 204) return response;
    const body = response.body.pipeThrough(new CompressionStream('gzip'));
    const compressed = new Response(body, response);
    return withHeaders(compressed, (headers) => {
      headers.set('content-encoding', 'gzip');
      headers.delete('content-length');
      headers.delete('etag');
    });
  },
};

export const effects: Readonly<Record<Network, Effect>> = {
  far: {},
  nocors: { answer: withoutCors },
  gzip: withEtag((etag) => `${etag}-gzip`),
  weak: withEtag((etag) => `W/"${etag}"`),
  quoted: withEtag((etag) => `"${etag}"`),
  noetag: withEtag(() => null),
  compress: compressing,
  unmatched: without('if-match'),
  unsince: without('if-unmodified-since'),
  challenge: {
    answer: (response) =>
      withHeaders(response, (headers) => {
        if (response.status === 401) headers.set('www-authenticate', CHALLENGE);
      }),
  },
  skew: {
    answer: (response) =>
      withHeaders(response, (headers) => {
        const date = Date.parse(headers.get('date') ?? '');
        headers.set('date', new Date(date + SKEW).toUTCString());
      }),
  },
  login: refusing(/./, () => htmlPage(200, 'Sign in', loginForm)),
  down: refusing(/./, () => htmlPage(502, '502 Bad Gateway', '<hr>nginx')),
  slow: {
    ask: async (request) => {
      await wait(SLOW, request.signal);
      return undefined;
    },
  },
  apionly: refusing(/^\/(?!api\/)/, () => htmlPage(200, 'Parterre', '<div id="root"></div>')),
  notus: refusing(/^\/uploads\//, () => htmlPage(405, '405 Not Allowed', '<hr>nginx')),
  nofiles: refusing(/^\/plugins\//, () => htmlPage(403, '403 Forbidden', '<hr>nginx')),
  smallpages: {
    ask: (request) => {
      const { pathname, searchParams } = new URL(request.url);
      if (pathname !== '/api/projects' || Number(searchParams.get('limit') ?? 0) <= 10) return;
      return problem(400, 'Invalid value specified for `limit`. Maximum allowed value is `10`');
    },
    answer: (response, request) =>
      pathOf(request) === '/api/projects' && response.ok
        ? withHeaders(response, (headers) => headers.set('x-pagination-limit-max', '10'))
        : response,
  },
  nopages: {
    answer: (response) =>
      withHeaders(response, (headers) => {
        const names = [...headers.keys()].filter((name) => name.startsWith('x-pagination-'));
        for (const name of names) headers.delete(name);
      }),
  },
  noroom: {
    answer: (response) =>
      withHeaders(response, (headers) => {
        const quota = Number(headers.get('x-quota') ?? 0);
        if (quota > 0) headers.set('x-disk-usage', String(quota - 1_048_576));
      }),
  },
  smallchunks: {
    answer: (response) =>
      withHeaders(response, (headers) => {
        if (headers.has('x-upload-max-file-chunksize')) {
          headers.set('x-upload-max-file-chunksize', '65536');
        }
      }),
  },
  smallbody: {
    ask: async (request) => {
      if (!request.body) return undefined;
      const body = await request.arrayBuffer();
      if (body.byteLength > LARGEST_BODY) return htmlPage(413, '413 Request Entity Too Large');
      return new Request(request.url, {
        method: request.method,
        headers: request.headers,
        signal: request.signal,
        body,
      });
    },
  },
  notokens: refusing(/^\/api\/tokens$/, () => htmlPage(403, '403 Forbidden', '<hr>nginx')),
  noauth: without('x-auth-accesskey', 'x-auth-token', 'x-auth-userid', 'authorization'),
  old: {
    answer: async (response, request) => {
      if (pathOf(request) !== '/api/version' || !response.ok) return response;
      const old = (await response.text()).replace(
        /"version_number":"[^"]*"/,
        '"version_number":"14.5"',
      );
      return new Response(old, { status: response.status, headers: response.headers });
    },
  },
  notrackers: refusing(/^\/api\/(trackers\/|projects\/\d+\/trackers)/, noSuchRoute),
  nosvn: refusing(/^\/api\/(svn|projects\/\d+\/svn)/, noSuchRoute),
  nobasic: without('authorization'),
};
