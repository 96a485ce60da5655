import { ArrowLeft, Download, ExternalLink, Trash2 } from 'lucide-react';
import { useMemo, useState } from 'react';
import { clearLog, type LoggedRequest } from '~/api/requests/log';
import { originOf } from '~/api/requests/origin';
import { useSession } from '~/api/session';
import { saveBlob } from '~/attachments/bytes/saveBlob';
import { Button } from '~/ui/button/Button';
import { IconButton } from '~/ui/button/IconButton';
import { SearchField } from '~/ui/form/SearchField';
import { Dialog } from '~/ui/overlay/Dialog';
import { matching } from './entryWords';
import { LimitsSeen } from './LimitsSeen';
import { RequestDetail } from './RequestDetail';
import { RequestList } from './RequestList';
import { useLog } from './useLog';
import './inspector.css';

const icon = { size: 16, strokeWidth: 1.75, 'aria-hidden': true };

/** The log as a file: as it is kept, so without secrets. */
export function exportOf(log: readonly LoggedRequest[]): string {
  return JSON.stringify({ what: 'Requests of one tab of Parterre', requests: log }, null, 2);
}

function Explorer() {
  const { session } = useSession();
  if (!session) return null;
  return (
    <a
      className="button button-quiet button-small"
      href={`${originOf(session.connection)}/api/explorer/`}
      target="_blank"
      rel="noopener noreferrer"
    >
      <ExternalLink {...icon} />
      API explorer
    </a>
  );
}

/** Every request of this tab, what came of it, and the ways to take it elsewhere or send it again (features A1, A2, A5). */
export function RequestsDrawer({ onClose }: { onClose(): void }) {
  const log = useLog();
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<number | null>(null);
  const entries = useMemo(() => matching(log, typed), [log, typed]);
  const entry = log.find(({ id }) => id === chosen);
  const isEmpty = log.length === 0;
  return (
    <Dialog
      title="Requests"
      facts={
        <span role="status">
          {entries.length === log.length
            ? `The last ${log.length.toLocaleString()} of this tab`
            : `${entries.length.toLocaleString()} of ${log.length.toLocaleString()}`}
        </span>
      }
      size="sheet"
      onClose={onClose}
      note={<Explorer />}
      actions={
        <>
          <Button
            size="small"
            icon={<Download {...icon} />}
            disabledReason={isEmpty ? 'Nothing was asked yet' : undefined}
            onClick={() =>
              saveBlob(new Blob([exportOf(log)]), `parterre-requests-${Date.now()}.json`)
            }
          >
            Export
          </Button>
          <Button
            size="small"
            variant="quiet"
            icon={<Trash2 {...icon} />}
            disabledReason={isEmpty ? 'Nothing was asked yet' : undefined}
            onClick={clearLog}
          >
            Clear
          </Button>
        </>
      }
    >
      <div className="inspector" data-chosen={entry ? '' : undefined}>
        <div className="inspector-list">
          <SearchField
            label="Filter by method, path or status"
            value={typed}
            onChange={setTyped}
            data-autofocus
          />
          {entries.length === 0 ? (
            <p className="inspector-none soft">
              {isEmpty
                ? 'Nothing was asked since this tab was loaded.'
                : `No request matches “${typed}”.`}
            </p>
          ) : (
            <RequestList entries={entries} chosen={chosen} onChoose={setChosen} />
          )}
        </div>
        <div className="inspector-detail">
          {entry ? (
            <>
              <div className="inspector-back">
                <IconButton
                  label="Back to the list"
                  icon={<ArrowLeft {...icon} />}
                  onClick={() => setChosen(null)}
                />
              </div>
              <RequestDetail key={entry.id} entry={entry} />
            </>
          ) : (
            <>
              <p className="inspector-none soft">
                Choose a request to see what was sent and what came.
              </p>
              <LimitsSeen log={log} />
            </>
          )}
        </div>
      </div>
    </Dialog>
  );
}
