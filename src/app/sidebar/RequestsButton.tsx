import { Activity } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { loggedRequests, subscribeToLog } from '~/api/requests/log';

const countOfRequests = () => loggedRequests().length;

/** Opens the requests of this tab; Alt R does so too. */
export function RequestsButton({ onOpen }: { onOpen(): void }) {
  const count = useSyncExternalStore(subscribeToLog, countOfRequests);
  return (
    <button
      type="button"
      className="side-item side-button"
      aria-haspopup="dialog"
      aria-keyshortcuts="Alt+R"
      data-tooltip="Requests (Alt R)"
      data-tooltip-side="right"
      onClick={onOpen}
    >
      <Activity size={16} strokeWidth={1.75} aria-hidden="true" />
      <span className="side-text clip">Requests</span>
      <span className="side-count">{count.toLocaleString()}</span>
    </button>
  );
}
