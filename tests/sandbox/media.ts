/** What the framework does with `Accept`, `Content-Type` and the path before any route (recordings errors/08–24). */
import { problem, Refusal, refuse, reject } from './http';
import { parseXml } from './platform/xml';

export interface Target {
  parts: string[];
  format: 'json' | 'xml';
}

/**
 * Splits the path below `/api/` (or `/api/v1/`); a trailing slash and a suffix do not count.
 * Throws 406 for an `Accept` that is neither JSON nor XML.
 */
export function readTarget(url: URL, headers: Headers): Target {
  const parts = url.pathname
    .slice('/api/'.length)
    .split('/')
    .filter((part) => part !== '')
    .map(decoded);
  if (parts[0] === 'v1') parts.shift();
  const suffix = /\.(json|xml)$/.exec(parts.at(-1) ?? '')?.[1];
  if (suffix) {
    parts.push((parts.pop() ?? '').slice(0, -suffix.length - 1));
    return { parts, format: suffix === 'xml' ? 'xml' : 'json' };
  }
  return { parts, format: acceptedFormat(headers.get('accept')) };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

function acceptedFormat(accept: string | null): 'json' | 'xml' {
  if (accept === null || accept === '') return 'json';
  for (const range of accept.split(',')) {
    const type = (range.split(';')[0] ?? '').trim();
    if (type === 'application/json' || type === '*/*' || type === 'application/*') return 'json';
    if (type === 'application/xml') return 'xml';
  }
  const text = 'Content negotiation failed. Try `application/json` instead.';
  throw new Refusal(problem(406, text), true);
}

function parseForm(text: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(text));
}

function parseJsonBody(text: string): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return reject('Error encoding/decoding JSON: Syntax error');
  }
  return value === null ? reject('Error parsing JSON') : value;
}

/**
 * The body of a request, `undefined` when there is none. Throws 403 for another content type and 400 for what does
 * not parse. `fetch` puts `text/plain` on a string body that has no type: as recorded (errors/37), a request that
 * says nothing is read as JSON, so Node callers must set no type at all.
 */
export async function readBody(request: Request): Promise<unknown> {
  if (request.method === 'GET' || request.method === 'HEAD' || request.method === 'OPTIONS') {
    return undefined;
  }
  const type = (request.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase();
  // Not text(): that would drop the byte order mark, which the server's parser trips over (errors/40).
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await request.arrayBuffer());
  if (type === 'application/xml') return text.trim() === '' ? undefined : parseXml(text);
  if (type === 'application/x-www-form-urlencoded') return parseForm(text);
  if (type && type !== 'application/json') {
    // DELETE without a body carries no type that matters.
    if (text === '' && request.method === 'DELETE') return undefined;
    return refuse(403, `Content type \`${request.headers.get('content-type')}\` is not supported.`);
  }
  return text === '' ? undefined : parseJsonBody(text);
}
