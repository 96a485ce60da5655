import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { errorAnswer, type Handle, sendResponse } from './nodeHttp.ts';

/** Headers of one connection, not of the message (RFC 9110 §7.6.1). */
const HOP_BY_HOP = [
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
];

/**
 * Not sent on: cookies would be somebody else (Tuleap prefers its session cookie to the key), and Origin, Referer and fetch
 * metadata name our host, which Tuleap's gatekeeper would hold against the request (conventions.md §2).
 * Accept-Encoding: an nginx with gzip drops Tuleap's unquoted ETag (reliability M3), so the answer is asked for as it is.
 */
const NOT_ASKED = [
  'host',
  'cookie',
  'origin',
  'referer',
  'accept-encoding',
  'sec-fetch-site',
  'sec-fetch-mode',
  'sec-fetch-dest',
  'sec-fetch-user',
];

/**
 * Not handed back: `WWW-Authenticate` would raise the browser's own login box, a cookie would be a second session, and no
 * other site has to read through this origin.
 */
const NOT_ANSWERED = [
  'www-authenticate',
  'set-cookie',
  'strict-transport-security',
  'access-control-allow-origin',
];

/** The header lines in their order and spelling, values byte for byte, without those named in `without`. */
function keep(raw: readonly string[], without: readonly string[]): string[] {
  const kept: string[] = [];
  for (let at = 0; at + 1 < raw.length; at += 2) {
    const name = raw[at] as string;
    if (!without.includes(name.toLowerCase())) kept.push(name, raw[at + 1] as string);
  }
  return kept;
}

function askedHeaders(req: IncomingMessage, target: URL): string[] {
  // A chunked body stays chunked: Node sets the header anew when there is no Content-Length.
  return [
    'Host',
    target.host,
    'Accept-Encoding',
    'identity',
    ...keep(req.rawHeaders, [...HOP_BY_HOP, ...NOT_ASKED]),
  ];
}

/**
 * A proxy to the Tuleap at `target` (`TULEAP_URL`), for the paths that the caller hands over: same origin for the browser,
 * so that ETag and If-Match work (reliability M1). Bodies stream both ways; redirects are handed back, never followed.
 * When the server cannot be reached: 502 in the error envelope.
 */
export function createProxy(target: URL): Handle {
  const send = target.protocol === 'https:' ? httpsRequest : httpRequest;
  const prefix = target.pathname.replace(/\/$/, '');
  return (req, res) => {
    const upstream = send({
      protocol: target.protocol,
      hostname: target.hostname.replace(/^\[|\]$/g, ''),
      port: target.port,
      method: req.method,
      path: prefix + (req.url ?? '/'),
      headers: askedHeaders(req, target),
    });
    upstream.on('response', (answer) => {
      res.writeHead(
        answer.statusCode ?? 502,
        keep(answer.rawHeaders, [...HOP_BY_HOP, ...NOT_ANSWERED]),
      );
      answer.pipe(res);
      answer.on('error', () => res.destroy());
    });
    upstream.on('error', (fault) => {
      if (res.headersSent || res.destroyed) res.destroy();
      else
        void sendResponse(
          errorAnswer(502, `${target.origin} cannot be reached: ${fault.message}`),
          res,
        );
    });
    res.on('close', () => upstream.destroy());
    req.pipe(upstream);
  };
}
