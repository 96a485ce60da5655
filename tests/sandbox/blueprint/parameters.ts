import { refuseBlueprint } from './refusal';

export const traceKinds = ['None', 'All', 'Parent', 'Child', 'Manual', 'Reuse', 'Other'] as const;

/** The URI parameters of the list (list-artifacts.md §4.1). */
export interface Parameters {
  properties: boolean;
  status: boolean;
  comments: boolean;
  attachments: boolean;
  richtextasplain: boolean;
  inlinecss: boolean;
  content: boolean;
  traces: (typeof traceKinds)[number];
  offset: number;
  limit: number;
}

/** Names in any case; of a repeated one the first counts. */
function lowerCased(query: URLSearchParams): Map<string, string> {
  const found = new Map<string, string>();
  for (const [name, value] of query) {
    const key = name.toLowerCase();
    if (!found.has(key)) found.set(key, value);
  }
  return found;
}

function flag(query: Map<string, string>, name: string): boolean {
  const value = query.get(name)?.toLowerCase();
  if (value === undefined || value === 'false') return false;
  if (value === '' || value === 'true') return true;
  return refuseBlueprint(400, `The value of the parameter ${name} is invalid.`);
}

function traces(query: Map<string, string>): Parameters['traces'] {
  const value = query.get('traces')?.toLowerCase();
  if (value === undefined) return 'None';
  if (value === '') return 'All';
  const kind = traceKinds.find((each) => each.toLowerCase() === value);
  return kind ?? refuseBlueprint(400, 'The value of the parameter traces is invalid.');
}

function whole(
  query: Map<string, string>,
  name: string,
  rule: { fallback: number; min: number; max: number },
): number {
  const value = query.get(name);
  if (value === undefined || value === '') return rule.fallback;
  const number = Number(value);
  const isGood = /^\d+$/.test(value) && number >= rule.min && number <= rule.max;
  return isGood ? number : refuseBlueprint(400, `The value of the parameter ${name} is invalid.`);
}

/** Offset and limit, which every list takes. */
export function readPaging(url: URL): Pick<Parameters, 'offset' | 'limit'> {
  const query = lowerCased(url.searchParams);
  return {
    offset: whole(query, 'offset', { fallback: 0, min: 0, max: Number.MAX_SAFE_INTEGER }),
    limit: whole(query, 'limit', { fallback: 100, min: 1, max: 500 }),
  };
}

/** All parameters; absent is false, present without a value is true, and an invalid one is a 400. */
export function readParameters(url: URL): Parameters {
  const query = lowerCased(url.searchParams);
  return {
    properties: flag(query, 'properties'),
    status: flag(query, 'status'),
    comments: flag(query, 'comments'),
    attachments: flag(query, 'attachments'),
    richtextasplain: flag(query, 'richtextasplain'),
    inlinecss: flag(query, 'inlinecss'),
    content: flag(query, 'content'),
    traces: traces(query),
    ...readPaging(url),
  };
}

export function hasLocation(url: URL): boolean {
  return flag(lowerCased(url.searchParams), 'location');
}
