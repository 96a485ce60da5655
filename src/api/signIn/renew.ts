import { beginSession, currentSession } from '../session';
import { createAccessKey } from './accessKeys';
import { atom } from './rotate';

const DAY = 24 * 60 * 60 * 1_000;

/**
 * Goes on for another day without the password (features C5). A token cannot be prolonged: `POST /tokens` needs the password,
 * which is forgotten. What a token may do is make an access key; this one ends by itself within a day, and signing out
 * revokes it. Throws `ApiError`.
 */
export async function goOnWithKey(): Promise<void> {
  const session = currentSession();
  if (!session) return;
  const endsAt = Date.now() + DAY;
  const key = await createAccessKey({
    description: 'Parterre, for one day',
    scopes: ['write:rest'],
    expiresOn: atom(endsAt),
  });
  beginSession(session, { way: 'accessKey', key, endsAt, isOwn: true });
}
