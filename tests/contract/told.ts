/**
 * What XML can tell of a JSON value: null, `""`, `[]`, `{}` and an absent key are one, and what no schema names is text.
 * What the schema names keeps its kind: both sides are parsed with it before.
 */
export function told(value: unknown): unknown {
  if (value === null || value === undefined || value === '') return null;
  if (Array.isArray(value)) return value.length === 0 ? null : value.map(told);
  if (typeof value !== 'object') return String(value);
  const pairs = Object.entries(value)
    .map(([key, each]) => [key, told(each)] as const)
    .filter(([, each]) => each !== null);
  return pairs.length === 0 ? null : Object.fromEntries(pairs);
}
