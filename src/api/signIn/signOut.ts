import type { QueryClient } from '@tanstack/react-query';
import { ApiError, hasStatus } from '../error';
import { type Connection, endSession, scope } from '../session';
import type { Credentials } from './credentials';
import { deleteToken } from './tokens';

/** Revokes the token, if it is one; a failure is no news to the person, the token ends within a day anyway. */
export async function revoke(connection: Connection, credentials: Credentials): Promise<boolean> {
  if (credentials.way !== 'token') return true;
  try {
    await deleteToken(credentials.token, { connection, credentials });
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
  await queryClient.cancelQueries({ queryKey });
  queryClient.removeQueries({ queryKey });
  if (!ended) return { isRevoked: true };
  return { isRevoked: await revoke(ended.session.connection, ended.credentials) };
}
