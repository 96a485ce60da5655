import { equal } from '~/lib/equal';

/** A moment with its offset, as dates with a time are sent and read. */
const moment = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(Z|[+-]\d{2}:\d{2})$/;

function settledText(text: string): string {
  return moment.test(text) ? String(Date.parse(text)) : text.replaceAll('\r\n', '\n').trim();
}

/** Ids and names are sets to the server, which gives them back in an order of its own. */
function inOrder(items: readonly unknown[]): readonly unknown[] {
  const isPlain = items.every((item) => typeof item === 'number' || typeof item === 'string');
  return isPlain ? items.toSorted((a, b) => (String(a) < String(b) ? -1 : 1)) : items;
}

/**
 * A value without what does not survive the server: it trims texts, keeps or makes CRLF, and gives a moment back in its
 * own zone (live-facts.md, Writes).
 */
export function settled(value: unknown): unknown {
  if (typeof value === 'string') return settledText(value);
  if (Array.isArray(value)) return inOrder(value.map(settled));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, settled(inner)]));
}

/** Whether two entries mean the same to the server; `undefined` is no entry. */
export function isSameEntry(a: unknown, b: unknown): boolean {
  return equal(settled(a), settled(b));
}
