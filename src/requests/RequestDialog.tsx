import { useState } from 'react';
import type { PlannedWrite } from '~/api/requests/write';
import { currentSession } from '~/api/session';
import { Segments } from '~/ui/form/Segments';
import { Dialog } from '~/ui/overlay/Dialog';
import { RequestForms } from './RequestForms';
import { shownWrite } from './shownRequest';

interface RequestDialogProps {
  planned: readonly PlannedWrite[];
  /** What the reader should know besides. */
  note?: string | undefined;
  /** Why there is nothing to send. */
  empty?: string | undefined;
  onClose(): void;
}

const UNCHANGED = 'Nothing is changed yet, so there is nothing to send.';

/** What would be sent now, in every form; nothing is sent. */
export function RequestDialog({ planned, note, empty = UNCHANGED, onClose }: RequestDialogProps) {
  const [at, setAt] = useState(0);
  const connection = currentSession()?.connection ?? { url: '' };
  const all = planned.map((write) => shownWrite(write, connection));
  const shown = all[at] ?? all[0];
  return (
    <Dialog
      title="The request, not sent yet"
      facts={shown ? `${shown.method} ${shown.path}` : undefined}
      size="roomy"
      onClose={onClose}
    >
      {all.length > 1 ? (
        <div className="request-which">
          <Segments
            label="Request"
            value={String(at)}
            onChange={(value) => setAt(Number(value))}
            segments={all.map(({ method }, index) => ({
              value: String(index),
              label: `${index + 1}. ${method}`,
            }))}
          />
        </div>
      ) : null}
      {shown ? <RequestForms shown={shown} /> : <p>{empty}</p>}
      {shown && note !== undefined ? <p className="meta soft">{note}</p> : null}
    </Dialog>
  );
}
