import type { Connection } from '../session';

type Addressed = Pick<Connection, 'url'>;

/** Where a server answers: `''` is the origin of this page. Outside a browser nothing has one. */
export function originOf({ url }: Addressed): string {
  return url === '' ? (globalThis.location?.origin ?? '') : url;
}

/** Whether the pages of this app and the server are of different origins: conflict detection is degraded (features D1). */
export function isCrossOrigin(connection: Addressed): boolean {
  const here = originOf({ url: '' });
  return here !== '' && originOf(connection) !== here;
}
