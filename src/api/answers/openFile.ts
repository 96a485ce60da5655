import { nobody } from '../asking/order';
import { credentialsFor } from '../asking/whose';
import { redact } from '../error';
import { blocked, pass } from '../requests/door';
import { isCrossOrigin, originOf } from '../requests/origin';
import { takeSlot } from '../requests/slots';
import { currentSession, scope } from '../session';
import { credentialHeaders, secretsOf } from '../signIn/credentials';

/**
 * Opens a file of Tuleap's web part (outside `/api/`) at the server of the session and reads it with `read`; `path` is built
 * from an id and a name. The same rules as `request`, but only one try. Throws what `read` throws, `ApiError`, or the abort of
 * `signal`; `limit` aborts when it takes too long: `onTurn` says from when on it counts, as files wait for their turn.
 */
export async function openFile<Body>(
  path: string,
  { onTurn, ...signals }: { signal: AbortSignal | undefined; limit: AbortSignal; onTurn(): void },
  read: (response: Response) => Promise<Body>,
): Promise<{ response: Response; body: Body }> {
  const connection = currentSession()?.connection;
  const method = 'GET';
  if (!connection) throw nobody(method, path);
  const order = { method, url: new URL(originOf(connection) + path), scope: scope() } as const;
  const { url } = order;
  if (isCrossOrigin(connection)) {
    const message = `${connection.label} gives files to its own pages only.`;
    throw blocked('crossOrigin', message, { method, path: redact(path) });
  }
  const leave = await takeSlot(url.origin, 'slow', signals.signal);
  try {
    // After the wait: somebody else may have come, whose secret is for another server.
    const credentials = credentialsFor(order);
    onTurn();
    const headers = credentials ? credentialHeaders(credentials) : {};
    const secrets = credentials ? secretsOf(credentials) : [];
    const passage = { method, url, connection, headers, body: null, secrets, attempt: 1 };
    const withCookie = credentials?.way === 'browser';
    return await pass({ ...passage, ...signals, withCookie }, { read, text: () => null });
  } finally {
    leave();
  }
}
