import { useSyncExternalStore } from 'react';
import { type LoggedRequest, loggedRequests, subscribeToLog } from '~/api/requests/log';

/** The log of this tab, oldest first; renders again when something is added or answered. */
export function useLog(): readonly LoggedRequest[] {
  return useSyncExternalStore(subscribeToLog, loggedRequests);
}
