import { ApiError } from '../error';
import { beginSession, isSignedIn, profileOf, type Session } from '../session';
import type { Credentials } from './credentials';
import { revoke } from './signOut';

type NewKey = Extract<Credentials, { way: 'accessKey' }>;

/**
 * Goes on with a key that was just made in this session, and gives what it replaced. Who signed out while it was being made,
 * here or in another tab, or went on as somebody else, is not signed in again by it: the key is revoked, and `blocked` thrown.
 */
export async function goOnAs(session: Session, key: NewKey): Promise<Credentials | null> {
  if (isSignedIn(profileOf(session))) return beginSession(session, key);
  await revoke(session.connection, { ...key, isOwn: true });
  const request = { method: 'POST', path: '/api/access_keys' };
  const message = 'This sign-in ended before the new key was there.';
  throw new ApiError('blocked', message, { request, reason: 'somebodyElse' });
}
