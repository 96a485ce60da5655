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
  onClose(): void;
}

/** What would be sent now, in every form; nothing is sent. */
export function RequestDialog({ planned, note, onClose }: RequestDialogProps) {
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
        <Segments
          label="Request"
          value={String(at)}
          onChange={(value) => setAt(Number(value))}
          segments={all.map(({ method }, index) => ({
            value: String(index),
            label: `${index + 1}. ${method}`,
          }))}
        />
      ) : null}
      {shown ? (
        <RequestForms shown={shown} />
      ) : (
        <p>Nothing is changed yet, so there is nothing to send.</p>
      )}
      {note === undefined ? null : <p className="meta soft">{note}</p>}
    </Dialog>
  );
}
