import { clearLog } from '~/api/requests/log';
import { forgetUnexpected } from '~/api/requests/unexpected';
import { currentSession, dropCredentials } from '~/api/session';
import { revoke } from '~/api/signIn/signOut';
import { hearOtherTabs } from './otherTabs';

/**
 * Follows another tab in which the same person signed out: the secret goes and is revoked at once; `leave` leads away from
 * a page of that profile, which asks first where it holds unsaved text.
 */
export function followOtherTabs(leave: () => void): () => void {
  return hearOtherTabs((profile) => {
    const dropped = dropCredentials(profile);
    if (!dropped) return;
    forgetUnexpected();
    clearLog();
    void revoke(dropped.session.connection, dropped.credentials);
    if (dropped.session === currentSession()) leave();
  });
}
