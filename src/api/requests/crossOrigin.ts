import type { Connection } from '../session';

/**
 * Whether the pages of this app and the server are of different origins: conflict detection is degraded (features D1).
 * Outside a browser nothing has an origin.
 */
export function isCrossOrigin({ url }: Pick<Connection, 'url'>): boolean {
  const here = globalThis.location?.origin;
  return url !== '' && here !== undefined && url !== here;
}
