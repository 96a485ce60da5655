import { lines, notAsked, type Recipe, SERVER_PATHS } from './recipe';

/** The block of the README's `server`; a test holds them together. */
export const nginx: Recipe = {
  id: 'nginx',
  label: 'nginx',
  fileName: 'parterre.nginx.conf',
  lines: (origin) => [
    ...lines('pass', `location ~ ^/(${SERVER_PATHS})/ {`, `  proxy_pass ${origin};`),
    ...lines(undefined, `  proxy_set_header Host ${new URL(origin).host};`),
    ...lines(undefined, '  proxy_ssl_server_name on;', '  proxy_http_version 1.1;'),
    ...lines('body', '  proxy_request_buffering off;', '  client_max_body_size 256m;'),
    ...lines('etag', '  # Compression drops Tuleap’s unquoted ETag.', '  gzip off;'),
    ...lines('etag', '  proxy_set_header Accept-Encoding "";'),
    ...lines(
      undefined,
      '  # A cookie would be somebody else; the others name this host, which Tuleap would hold against the request.',
      ...notAsked.map((name) => `  proxy_set_header ${name} "";`),
      '  proxy_hide_header Set-Cookie;',
    ),
    ...lines('challenge', '  # It would raise the browser’s own login box.'),
    ...lines('challenge', '  proxy_hide_header WWW-Authenticate;'),
    ...lines(
      undefined,
      '  # No other site has to read through this address.',
      '  proxy_hide_header Access-Control-Allow-Origin;',
      '  # Answers of the API keep Tuleap’s own headers.',
      '  add_header X-Content-Type-Options nosniff always;',
      '}',
    ),
  ],
};
