import type { PlannedWrite } from '../requests/write';
import { currentSession } from '../session';
import { createAccessKey, createAccessKeyWrite, type NewAccessKey } from './accessKeys';
import { goOnAs } from './goOnAs';
import { atom } from './rotate';
import { revoke } from './signOut';

const DAY = 24 * 60 * 60 * 1_000;

function keyUntil(endsAt: number): NewAccessKey {
  return {
    description: 'Parterre, for one day',
    scopes: ['write:rest'],
    expiresOn: atom(endsAt),
  };
}

/** What going on would send now; what it replaces is then revoked with its own credentials. */
export function plannedDay(): PlannedWrite[] {
  return [createAccessKeyWrite(keyUntil(Date.now() + DAY))];
}

/**
 * Goes on for another day without the password (features C5). A token cannot be prolonged: `POST /tokens` needs the password,
 * which is forgotten. What a token may do is make an access key; this one ends by itself within a day, and signing out
 * revokes it. What it replaces is revoked; `isOldRevoked: false` when the server could not be told. Throws `ApiError`.
 */
export async function goOnWithKey(): Promise<{ isOldRevoked: boolean }> {
  const session = currentSession();
  if (!session) return { isOldRevoked: true };
  const endsAt = Date.now() + DAY;
  const key = await createAccessKey(keyUntil(endsAt));
  const replaced = await goOnAs(session, { way: 'accessKey', key, endsAt, isOwn: true });
  return { isOldRevoked: replaced === null || (await revoke(session.connection, replaced)) };
}
