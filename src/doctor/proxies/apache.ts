import { lines, notAsked, type Recipe, SERVER_PATHS } from './recipe';

/** For a virtual host with mod_proxy_http, mod_ssl and mod_headers. */
export const apache: Recipe = {
  id: 'apache',
  label: 'Apache',
  fileName: 'parterre.apache.conf',
  lines: (origin) => [
    ...lines(undefined, 'SSLProxyEngine On', 'ProxyPreserveHost Off'),
    ...lines('pass', `ProxyPassMatch "^/((${SERVER_PATHS})/.*)$" "${origin}/$1"`),
    ...lines('pass', `<LocationMatch "^/(${SERVER_PATHS})/">`),
    ...lines('body', '  LimitRequestBody 268435456'),
    ...lines('etag', '  # mod_deflate adds -gzip to an ETag and does not take it off again.'),
    ...lines('etag', '  SetEnv no-gzip 1', '  SetEnv no-brotli 1'),
    ...lines('etag', '  RequestHeader unset Accept-Encoding'),
    ...lines(
      undefined,
      '  # A cookie would be somebody else; the others name this host, which Tuleap would hold against the request.',
      ...notAsked.map((name) => `  RequestHeader unset ${name}`),
      '  Header unset Set-Cookie',
    ),
    ...lines('challenge', '  # It would raise the browser’s own login box.'),
    ...lines('challenge', '  Header unset WWW-Authenticate'),
    ...lines('challenge', '  Header always unset WWW-Authenticate'),
    ...lines(
      undefined,
      '  # No other site has to read through this address.',
      '  Header unset Access-Control-Allow-Origin',
      '</LocationMatch>',
    ),
  ],
};
