import type { QueryClient } from '@tanstack/react-query';
import type { ActingAs } from '../asking/order';
import { ApiError, hasStatus } from '../error';
import { clearLog } from '../requests/log';
import { forgetUnexpected } from '../requests/unexpected';
import { type Connection, endSession, scope } from '../session';
import { deleteAccessKey } from './accessKeys';
import { accessOf, type Credentials } from './credentials';
import { deleteToken } from './tokens';

async function revokeOwn(as: ActingAs & { credentials: Credentials }): Promise<void> {
  const { credentials } = as;
  const { keyId } = accessOf(credentials);
  if (credentials.way === 'token') await deleteToken(credentials.token, as);
  else if (credentials.way === 'accessKey' && credentials.isOwn && keyId !== undefined) {
    await deleteAccessKey(keyId, as);
  }
}

/**
 * Revokes what was made for this session alone: a token, or a key of one day. False when the server could not be told; both
 * end within a day anyway.
 */
export async function revoke(connection: Connection, credentials: Credentials): Promise<boolean> {
  try {
    await revokeOwn({ connection, credentials });
    return true;
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return hasStatus(error, 401);
  }
}

/**
 * Ends the session here first (works offline), drops everything that was read in it, then revokes the token. Other profiles
 * of this window stay. Gives `isRevoked: false` when the server could not be told; the token then ends by itself within 24 hours.
 */
export async function signOut(queryClient: QueryClient): Promise<{ isRevoked: boolean }> {
  const queryKey = [...scope()];
  const ended = endSession();
  forgetUnexpected();
  clearLog();
  await queryClient.cancelQueries({ queryKey });
  queryClient.removeQueries({ queryKey });
  if (!ended) return { isRevoked: true };
  return { isRevoked: await revoke(ended.session.connection, ended.credentials) };
}
