function isJson(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** Where `after` differs from `before`, as paths; empty when parsing and serialising kept every key and value. */
export function lostPaths(before: unknown, after: unknown, path = ''): string[] {
  if (Object.is(before, after)) return [];
  if (!isJson(before) || !isJson(after) || Array.isArray(before) !== Array.isArray(after)) {
    return [path || '(whole answer)'];
  }
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keys].flatMap((key) => {
    const here = Array.isArray(before) ? `${path}[${key}]` : path ? `${path}.${key}` : key;
    return Object.hasOwn(before, key) && Object.hasOwn(after, key)
      ? lostPaths(before[key], after[key], here)
      : [here];
  });
}
