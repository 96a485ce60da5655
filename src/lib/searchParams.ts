import * as z from 'zod/mini';

type Changes = Record<string, string | number | null | undefined>;

/**
 * The search part of an address as the page's schema reads it. Every key of the schema ends in `z.catch`,
 * so that a bad address gives a page and never a crash; of a repeated key the first counts.
 */
export function readSearch<Schema extends z.ZodMiniType>(
  schema: Schema,
  params: URLSearchParams,
): z.output<Schema> {
  const entries = new Map<string, string>();
  for (const [key, value] of params) if (!entries.has(key)) entries.set(key, value);
  return z.parse(schema, Object.fromEntries(entries));
}

/** `current` with `changes`; an empty value takes its key out, so that the plain page has the plain address. */
export function withSearch(current: URLSearchParams, changes: Changes): URLSearchParams {
  const next = new URLSearchParams(current);
  for (const [key, value] of Object.entries(changes)) {
    if (value === null || value === undefined || value === '') next.delete(key);
    else next.set(key, String(value));
  }
  return next;
}
