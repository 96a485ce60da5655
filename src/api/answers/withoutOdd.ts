import * as z from 'zod/mini';
import type { ApiError } from '../error';
import { noteUnexpected } from '../requests/unexpected';
import type { Answer, Mend, RawAnswer } from './readAnswer';
import { issuePath, shapeIssues } from './shapeIssues';

type Issues = Parameters<typeof shapeIssues>[0];

interface List {
  items: readonly unknown[];
  /** The whole answer with other items in this list. */
  withItems(items: readonly unknown[]): unknown;
  /** Where the list stands: nothing, or its key. */
  path: readonly PropertyKey[];
}

/** The body of an answer that was read as JSON before; undefined for an empty one. */
function jsonOf(text: string): unknown {
  return text.trim() === '' ? undefined : JSON.parse(text.replace(/^\uFEFF/, ''));
}

/** The list that an answer is, or the one that it wraps (`{"collection":[]}`, live-facts.md, Pagination). */
function listIn(value: unknown): List | null {
  if (Array.isArray(value)) return { items: value, withItems: (items) => items, path: [] };
  if (typeof value !== 'object' || value === null) return null;
  const wrapped = Object.entries(value).find(([, part]) => Array.isArray(part));
  if (!wrapped || !/^(collection|repositories)$/.test(wrapped[0])) return null;
  const [key, items] = wrapped;
  return { items, withItems: (next) => ({ ...value, [key]: next }), path: [key] };
}

/** The number of the item that an issue is about; null when it is about the answer as a whole. */
function itemOf(issue: Issues[number], list: List): number | null {
  const index = issue.path[list.path.length];
  const isInside = list.path.every((key, at) => issue.path[at] === key);
  return isInside && typeof index === 'number' ? index : null;
}

/** The answer without the items of its list that are odd, each noted; undefined where nothing can be read like this. */
function readRest<T>(
  schema: z.ZodMiniType<T>,
  value: unknown,
  { issues, asked, secrets }: { issues: Issues } & Pick<RawAnswer, 'asked' | 'secrets'>,
): T | undefined {
  const list = listIn(value);
  if (!list || asked.method !== 'GET') return undefined;
  const odd = issues.map((issue) => itemOf(issue, list));
  if (odd.includes(null) || odd.length === 0) return undefined;
  const rest = list.items.filter((_, index) => !odd.includes(index));
  // Nothing is left: empty would mean that there is nothing, or the end of what comes in pages.
  if (rest.length === 0) return undefined;
  const result = z.safeParse(schema, list.withItems(rest));
  if (!result.success) return undefined;
  for (const index of new Set(odd)) {
    const own = shapeIssues(issues.filter((issue) => itemOf(issue, list) === index));
    const at = issuePath([...list.path, index ?? 0]);
    const facts = own.map(({ path, message }) => ({ path: path || at, message }));
    noteUnexpected(asked, { issues: facts, part: list.items[index ?? 0], secrets });
  }
  return result.data;
}

/** Notes an answer of an unseen shape (features A6) and throws `error`. */
export function noteOdd({ text, asked, secrets }: RawAnswer, error: ApiError): never {
  noteUnexpected(asked, { issues: error.issues, part: jsonOf(text), secrets });
  throw error;
}

/** Reads an answer with its odd parts in the plain form that `mend` gives them, each noted. Throws `error` where that does not do. */
export function mended<T>(
  raw: RawAnswer,
  schema: z.ZodMiniType<T>,
  { mend, error }: { mend: Mend; error: ApiError },
): Answer<T> {
  const { response, text, asked, secrets } = raw;
  const { value, odd } = mend(jsonOf(text));
  const result = z.safeParse(schema, value);
  if (!result.success || odd.length === 0) return noteOdd(raw, error);
  for (const { part, issues } of odd) noteUnexpected(asked, { part, issues, secrets });
  return { data: result.data, headers: response.headers, status: response.status };
}

/**
 * Reads a JSON answer of an unseen shape as far as that is safe: a list without the items that are not what its route
 * promises, each noted with its JSON, so that one bad project does not take the page of all (features A6). Only for
 * requests that allow it (`mayLeaveOut`), because nothing is decided on their lists. Throws `error` for anything else, noted as well.
 */
export function withoutOdd<T>(
  raw: RawAnswer,
  schema: z.ZodMiniType<T>,
  error: ApiError,
): Answer<T> {
  const { response, text, asked, secrets } = raw;
  const value = jsonOf(text);
  const { issues = [] } = z.safeParse(schema, value).error ?? {};
  const rest = readRest(schema, value, { issues, asked, secrets });
  if (rest === undefined) return noteOdd(raw, error);
  return { data: rest, headers: response.headers, status: response.status };
}
