import type { QueryClient } from '@tanstack/react-query';
import { replace } from 'react-router-dom';
import { clearLog } from '~/api/requests/log';
import { currentSession, endSession, hasOthers, profileOf, switchSession } from '~/api/session';
import { ownPath, paths } from '~/paths';
import { clearToasts } from '~/ui/overlay/toasts';
import { leaveFor } from '../leave';
import { tellOtherTabs } from './otherTabs';

/** Gives whether nothing of this session goes on at the server. */
async function signOutHere(open: () => Promise<QueryClient>): Promise<boolean> {
  const session = currentSession();
  if (session) tellOtherTabs(profileOf(session));
  try {
    const [queryClient, { signOut }] = await Promise.all([open(), import('~/api/signIn/signOut')]);
    return (await signOut(queryClient)).isRevoked;
  } catch {
    return endSession()?.credentials.way !== 'token';
  }
}

/**
 * The action of `/connect`. With `profile` it goes on with another profile of this window. Without, it ends the session here
 * and in the other tabs, revokes the token, and goes on in a fresh document, unless other profiles live in this one. A token
 * that could not be revoked ends by itself, which the page then says; where even the code for that is out of reach, the
 * session ends all the same.
 */
export async function accountAction(
  open: () => Promise<QueryClient>,
  request: Request,
): Promise<Response> {
  const form = await request.formData();
  const profile = form.get('profile');
  const place = form.get('place');
  if (typeof profile === 'string') {
    // What one person was answered and told is not for the next.
    clearLog();
    clearToasts();
    const wanted = typeof place === 'string' && place !== '' ? place : paths.projects();
    return replace(switchSession(profile) ? ownPath(wanted, location.origin) : paths.connect());
  }
  const left = paths.connect((await signOutHere(open)) ? {} : { left: 'unrevoked' });
  if (hasOthers()) return replace(left);
  leaveFor(left);
  // The router does not go on in a document that is about to end.
  return new Promise(() => {});
}
