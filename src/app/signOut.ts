import type { QueryClient } from '@tanstack/react-query';
import { useNavigation, useSubmit } from 'react-router-dom';
import { endSession } from '~/api/session';
import { paths } from '~/paths';
import { leaveFor } from './leave';

/**
 * The action of `/connect`: ends the session here, revokes the token, and goes on in a fresh document. A token that could
 * not be revoked ends by itself; where even the code for that is out of reach, the session ends all the same.
 */
export async function signOutAction(open: () => Promise<QueryClient>): Promise<never> {
  try {
    const [queryClient, { signOut }] = await Promise.all([open(), import('~/api/signIn/signOut')]);
    await signOut(queryClient);
  } catch {
    endSession();
  }
  leaveFor(paths.connect());
  // The router does not go on in a document that is about to end.
  return new Promise(() => {});
}

/**
 * The way out, as a navigation: a page that holds unsaved text asks before it is left, here as everywhere. A POST, so that
 * no link can sign anybody out.
 */
export function useSignOut(): { signOut(): void; isPending: boolean } {
  const submit = useSubmit();
  const { formMethod } = useNavigation();
  return {
    signOut: () => void submit(null, { method: 'post', action: paths.connect() }),
    isPending: formMethod === 'POST',
  };
}
