import type { Connection } from '../session';

/**
 * Whether the pages of this app and the server are of different origins: conflict detection is degraded (features D1).
 * Outside a browser nothing has an origin.
 */
export function isCrossOrigin({ url }: Pick<Connection, 'url'>): boolean {
  const here = globalThis.location?.origin;
  return url !== '' && here !== undefined && url !== here;
}

let rules: Promise<typeof import('../rules/crossOriginRules')> | undefined;

/** What another origin may ask for: loaded where there is one, and once (a failed load is tried again). */
export function crossOriginRules(): Promise<typeof import('../rules/crossOriginRules')> {
  rules ??= import('../rules/crossOriginRules').catch((error: unknown) => {
    rules = undefined;
    throw error;
  });
  return rules;
}
