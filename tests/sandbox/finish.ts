/** The last touches that every answer below `/api` gets, whatever route gave it (recordings: all of them). */

import { toXml } from './platform/xml';
import type { Route } from './routes';

const COMMON: Record<string, string> = {
  'access-control-allow-origin': '*',
  'access-control-allow-credentials': 'true',
  'access-control-allow-headers':
    'Authorization, Content-Type, Origin, X-Auth-UserId, X-Auth-Token, X-Client-Uuid, X-Auth-AccessKey',
  'access-control-expose-headers': 'X-PAGINATION-SIZE, X-PAGINATION-LIMIT-MAX, X-PAGINATION-LIMIT',
  'cache-control': 'no-store',
  expires: '0',
  'content-language': 'en',
  'content-security-policy':
    "default-src 'report-sample'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'; upgrade-insecure-requests; sandbox; report-uri /csp-violation;",
  'permissions-policy':
    'accelerometer=(),camera=(),geolocation=(),gyroscope=(),magnetometer=(),microphone=(),payment=(),usb=(),bluetooth=(),hid=(),otp-credentials=(),serial=(),local-fonts=()',
  'cross-origin-opener-policy': 'same-origin',
};

/** What PHP had not come to when it died without a body (recorded: links/28). */
const notWhenCutOff = ['expires', 'content-language'];

/** nginx compresses these, and says so in `Vary`. */
const COMPRESSED = new Set([200, 403, 404]);

export interface FinishFacts {
  method: string;
  format: 'json' | 'xml';
  /** A suffix in the path decided the format, so `Accept` did not. */
  isBySuffix: boolean;
}

function vary(status: number, facts: FinishFacts): string {
  const parts = COMPRESSED.has(status) ? ['Accept-Encoding'] : [];
  if (status !== 406 && !facts.isBySuffix) parts.push('Accept');
  return [...parts, 'Sec-Fetch-Site'].join(', ');
}

async function asXml(response: Response): Promise<Response> {
  const text = await response.text();
  const headers = new Headers(response.headers);
  headers.set('content-type', 'application/xml; charset=utf-8');
  const body = text === '' ? '' : toXml(JSON.parse(text));
  return new Response(response.status === 204 ? null : body, { status: response.status, headers });
}

/** Adds the common headers, turns JSON into XML where that was asked, and drops the body of HEAD. */
export async function finish(response: Response, facts: FinishFacts): Promise<Response> {
  const isJson = response.headers.get('content-type')?.startsWith('application/json') ?? false;
  const result = facts.format === 'xml' && isJson ? await asXml(response) : response;
  const headers = new Headers(result.headers);
  const isCutOff = result.status === 500 && headers.get('content-type')?.startsWith('text/html');
  for (const [name, value] of Object.entries(COMMON)) {
    if (isCutOff && notWhenCutOff.includes(name)) continue;
    if (!headers.has(name)) headers.set(name, value);
  }
  headers.set('vary', vary(result.status, facts));
  return new Response(facts.method === 'HEAD' ? null : result.body, {
    status: result.status,
    headers,
  });
}

/** `Allow` as the route sends it: with what succeeded, and with its own refusals where it comes first. */
export function withAllow(response: Response, route: Route, method: string): Response {
  const isSent = response.ok ? !route.silent.includes(method) : route.early.includes(method);
  if (!isSent || response.headers.has('allow')) return response;
  const headers = new Headers(response.headers);
  headers.set('allow', route.allow);
  headers.set('access-control-allow-methods', route.allow);
  return new Response(response.body, { status: response.status, headers });
}
