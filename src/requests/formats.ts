import { speaksXml, writeXml, XmlUnwritable } from '~/api/xml/writeXml';
import { indentedJson } from './indentedJson';
import { isMasked, type ShownRequest } from './shownRequest';

/** A request in the forms in which people take it elsewhere (features A1). */
export type Format = 'curl' | 'fetch' | 'json' | 'xml';

/** `sh` takes what stands in single quotes to the letter; only the quote itself has to leave them (POSIX 2.2.2). */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

/** The name of a header as curl's user fills it in: `x-auth-accesskey` → `$X_AUTH_ACCESSKEY`. */
function variable(name: string): string {
  return `$${name.toUpperCase().replace(/[^A-Z0-9]/g, '_')}`;
}

function curlHeader(name: string, value: string): string {
  if (isMasked(value)) return `--header "${name}: ${variable(name)}"`;
  // Without a value curl would leave the header out.
  return `--header ${quoted(value === '' ? `${name};` : `${name}: ${value}`)}`;
}

function asCurl({ method, url, headers, body }: ShownRequest): string {
  return [
    `curl --request ${method} --globoff ${quoted(url)}`,
    ...Object.entries(headers).map(([name, value]) => curlHeader(name, value)),
    ...(body === null ? [] : [`--data-raw ${quoted(body)}`]),
  ].join(' \\\n  ');
}

/** As an expression of JavaScript; a key `__proto__` would be no key there, so such a body stays a text. */
function bodyExpression(body: string): string {
  try {
    const isPlain = !body.includes('__proto__');
    if (isPlain) return `JSON.stringify(${JSON.stringify(JSON.parse(body), null, 2)})`;
  } catch {
    // Not JSON, or cut: the text itself.
  }
  return JSON.stringify(body);
}

function asFetch({ method, url, headers, body }: ShownRequest): string {
  const lines = [
    `method: ${JSON.stringify(method)},`,
    `headers: ${JSON.stringify(headers, null, 2)},`,
    ...(body === null ? [] : [`body: ${bodyExpression(body)},`]),
    "credentials: 'omit',",
    "redirect: 'error',",
  ];
  const inner = lines.join('\n').replaceAll('\n', '\n  ');
  return `const response = await fetch(${JSON.stringify(url)}, {\n  ${inner}\n});`;
}

function message(shown: ShownRequest, headers: Record<string, string>, body: string): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  const head = [`${shown.method} ${shown.url}`, ...lines].join('\n');
  return body === '' ? head : `${head}\n\n${body}`;
}

function asXml(shown: ShownRequest): string {
  const { headers, body } = shown;
  const inXml = { ...headers, accept: 'application/xml' };
  if (body === null) return message(shown, inXml, '');
  const xml = writeXml(JSON.parse(body));
  return message(shown, { ...inXml, 'content-type': 'application/xml' }, xml);
}

/** The forms that a request has: XML only on the three routes where Tuleap is known to take it. */
export function formatsOf({ method, path }: ShownRequest): readonly Format[] {
  return speaksXml(method, path) ? ['curl', 'fetch', 'json', 'xml'] : ['curl', 'fetch', 'json'];
}

/** The request in one form, or why it has none (a sentence). */
export function inFormat(shown: ShownRequest, format: Format): { text: string } | { why: string } {
  if (format === 'curl') return { text: asCurl(shown) };
  if (format === 'fetch') return { text: asFetch(shown) };
  if (format === 'json') {
    return { text: message(shown, { ...shown.headers }, indentedJson(shown.body ?? '')) };
  }
  if (shown.cut > 0)
    return { why: 'Its body is too long to be kept whole, so it cannot be turned into XML.' };
  try {
    return { text: asXml(shown) };
  } catch (error) {
    if (error instanceof XmlUnwritable) return { why: `${error.message} (at ${error.place}).` };
    if (error instanceof SyntaxError)
      return { why: 'Its body is not JSON, so it cannot be turned into XML.' };
    throw error;
  }
}
