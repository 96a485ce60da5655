import { clearLog } from '~/api/requests/log';
import { forgetUnexpected } from '~/api/requests/unexpected';
import { currentSession, dropCredentials } from '~/api/session';
import { hearOtherTabs } from './otherTabs';

/**
 * Follows another tab in which the same person signed out: the secret goes at once, and is revoked as soon as the code for
 * that is there (where it cannot be fetched, it ends by itself within a day); `leave` leads away from a page of that profile,
 * which asks first where it holds unsaved text.
 */
export function followOtherTabs(leave: () => void): () => void {
  return hearOtherTabs((profile) => {
    const dropped = dropCredentials(profile);
    if (!dropped) return;
    forgetUnexpected();
    clearLog();
    const go = () => {
      if (dropped.session === currentSession()) leave();
    };
    // First the revocation is on its way: what leaves after the page has ended does not leave. Where its code cannot be
    // fetched the token ends by itself.
    void import('~/api/signIn/signOut').then(({ revoke }) => {
      void revoke(dropped.session.connection, dropped.credentials);
      go();
    }, go);
  });
}
