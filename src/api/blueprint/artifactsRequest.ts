import type { BlueprintRequest } from './tries';

/** Which of an artifact's traces are asked for (list-artifacts.md §4.1). */
export const traceKinds = ['None', 'All', 'Parent', 'Child', 'Manual', 'Reuse', 'Other'] as const;
export type TraceKind = (typeof traceKinds)[number];

/** The yes-or-no parameters, by their names in the address. */
export const flagNames = [
  'properties',
  'status',
  'comments',
  'attachments',
  'richtextasplain',
  'inlinecss',
  'content',
] as const;
export type FlagName = (typeof flagNames)[number];

export const formats = ['json', 'xml'] as const;
export type AnswerFormat = (typeof formats)[number];

/** Everything that can be chosen about the List Artifacts request. */
export interface ArtifactsOptions {
  flags: Readonly<Record<FlagName, boolean>>;
  traces: TraceKind;
  offset: number;
  /** 1 to 500. */
  limit: number;
  /** As typed: `artifact-type eq 'Actor'`, with or without `filter={…}` around it; `''` for none. */
  filter: string;
  format: AnswerFormat;
}

/** Documented defaults: everything that is left out of the address. */
export const defaultOffset = 0;
export const defaultLimit = 100;
export const largestLimit = 500;

const accept: Record<AnswerFormat, string> = {
  json: 'application/json',
  xml: 'application/xml',
};

/**
 * Which type a filter's body should carry is not documented (list-artifacts.md §2). It is plain text, neither JSON nor XML, and
 * the one type that needs no preflight.
 */
const FILTER_TYPE = 'text/plain; charset=utf-8';

/** The body that carries a filter: exactly `filter={…}`; what was typed with it stays to the letter. */
export function filterBody(typed: string): string {
  const text = typed.trim();
  return /^filter\s*=/i.test(text) ? text : `filter={${text}}`;
}

function queryOf({ flags, traces, offset, limit }: ArtifactsOptions): string {
  const query = new URLSearchParams();
  for (const name of flagNames) if (flags[name]) query.set(name, 'true');
  if (traces !== 'None') query.set('traces', traces);
  if (offset !== defaultOffset) query.set('offset', String(offset));
  if (limit !== defaultLimit) query.set('limit', String(limit));
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
}

/** The List Artifacts request: GET, or with a filter a POST that says it is one (list-artifacts.md §4.3). */
export function artifactsRequest(projectId: number, options: ArtifactsOptions): BlueprintRequest {
  const path = `/api/v1/projects/${projectId}/artifacts${queryOf(options)}`;
  const headers = { Accept: accept[options.format] };
  if (options.filter.trim() === '') return { method: 'GET', path, headers };
  return {
    method: 'POST',
    path,
    headers: { ...headers, 'X-HTTP-Method-Override': 'GET', 'Content-Type': FILTER_TYPE },
    body: filterBody(options.filter),
  };
}

/** The request as text, the token masked: `base` is the address that the path follows. */
export function requestText(request: BlueprintRequest, base: string): string {
  const headers = { ...request.headers, Authorization: 'BlueprintToken ••••••••' };
  const lines = [
    `${request.method} ${base}${request.path}`,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
  ];
  return request.body === undefined ? lines.join('\n') : `${lines.join('\n')}\n\n${request.body}`;
}
