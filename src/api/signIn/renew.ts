import { beginSession, currentSession } from '../session';
import { createAccessKey } from './accessKeys';
import { atom } from './rotate';
import { revoke } from './signOut';

const DAY = 24 * 60 * 60 * 1_000;

/**
 * Goes on for another day without the password (features C5). A token cannot be prolonged: `POST /tokens` needs the password,
 * which is forgotten. What a token may do is make an access key; this one ends by itself within a day, and signing out
 * revokes it. What it replaces is revoked; `isOldRevoked: false` when the server could not be told. Throws `ApiError`.
 */
export async function goOnWithKey(): Promise<{ isOldRevoked: boolean }> {
  const session = currentSession();
  if (!session) return { isOldRevoked: true };
  const endsAt = Date.now() + DAY;
  const key = await createAccessKey({
    description: 'Parterre, for one day',
    scopes: ['write:rest'],
    expiresOn: atom(endsAt),
  });
  const replaced = beginSession(session, { way: 'accessKey', key, endsAt, isOwn: true });
  return { isOldRevoked: replaced === null || (await revoke(session.connection, replaced)) };
}
