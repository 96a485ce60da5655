import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';

export interface Recording {
  /** Relative to the folder; for messages only, nothing is derived from it. */
  file: string;
  method: string;
  /** Below `/api/`, without a version prefix, trailing slash or format suffix: `artifacts/12`. Null outside the API. */
  path: string | null;
  query: URLSearchParams;
  request: { headers: Headers; body: unknown };
  status: number;
  headers: Headers;
  /** As it was recorded: JSON, or text. */
  body: unknown;
}

const root = resolve(import.meta.dirname, '../..');

/** Somebody chose the folder: that nothing can be read in it is a mistake then. */
const isFolderNamed = Boolean(process.env.TULEAP_EXCHANGES);

/** Where the recordings are looked for: `TULEAP_EXCHANGES`, else beside the repository. */
export const recordingsFolder = process.env.TULEAP_EXCHANGES
  ? resolve(process.env.TULEAP_EXCHANGES)
  : join(root, '../shared/tuleap-exchanges');

/** Said of a folder in which nothing can be read. */
export const noneRead = `there are no recordings of a real Tuleap in ${recordingsFolder} (set TULEAP_EXCHANGES to a folder of them)`;

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Names that are no header (a placeholder of the recorder) and values that are no text are left out. */
function toHeaders(value: unknown): Headers {
  const headers = new Headers();
  for (const [name, text] of isRecord(value) ? Object.entries(value) : []) {
    try {
      headers.set(name, Array.isArray(text) ? text.join(', ') : String(text));
    } catch {
      // Not sendable, so nothing the app could meet.
    }
  }
  return headers;
}

function apiPath(pathname: string): string | null {
  const match = /^\/api(?:\/v1)?(?:\/(.*?))?(?:\.json)?\/?$/.exec(pathname);
  return match ? (match[1] ?? '') : null;
}

/** A JSON body that the recorder kept as text. */
function decoded(body: unknown, headers: Headers): unknown {
  if (typeof body !== 'string' || !/\bjson\b/.test(headers.get('content-type') ?? '')) return body;
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
}

function toRecording(file: string, json: unknown): Recording | undefined {
  if (!isRecord(json) || !isRecord(json.request) || !isRecord(json.response)) return undefined;
  const { request, response } = json;
  if (typeof request.path !== 'string' || typeof response.status !== 'number') return undefined;
  const url = new URL(request.path, 'http://recorded');
  const headers = toHeaders(response.headers);
  return {
    file,
    method: String(request.method ?? 'GET').toUpperCase(),
    path: apiPath(url.pathname),
    query: url.searchParams,
    request: { headers: toHeaders(request.headers), body: request.body ?? undefined },
    status: response.status,
    headers,
    body: decoded(response.body ?? '', headers),
  };
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}

/** Every exchange in the folder and below; whatever else lies there is passed over. None where there is no folder. */
export function readRecordings(folder: string): Recording[] {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => toRecording(name, readJson(join(folder, name))))
    .filter((recording) => recording !== undefined);
}

/** Nothing to read is right only where nobody named a folder; one that has nothing of a suite's own kind is right. */
export function isRightlyRead(recordings: readonly Recording[]): boolean {
  return recordings.length > 0 || !isFolderNamed;
}

/** The app asks for JSON and for nothing else; the server answers in XML only to those who ask for it. */
export function isXml({ headers }: Recording): boolean {
  return /^(application|text)\/xml\b/.test(headers.get('content-type') ?? '');
}

/** The recorded answer as it would come over the network. */
export function toResponse({ status, headers, body }: Recording): Response {
  const isEmpty = body === '' || status === 204;
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return new Response(isEmpty ? null : text, { status, headers });
}
