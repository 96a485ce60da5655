import { Braces } from 'lucide-react';
import { Suspense, useState } from 'react';
import { explain } from '~/api/explain';
import type { Plan, PlannedWrite } from '~/api/requests/write';
import { IconButton } from '~/ui/button/IconButton';
import { TextButton } from '~/ui/button/TextButton';
import { latePart, NotLoaded } from '~/ui/latePart';
import { toast } from '~/ui/overlay/toasts';
import { WriteTarget } from './WriteTarget';

// Few look, and nobody looks at once.
const RequestDialog = latePart(
  async () => (await import('./RequestDialog')).RequestDialog,
  NotLoaded,
);

interface ShowRequestProps {
  /** What would be sent if it were sent now; asked when somebody looks. */
  plan(): Plan;
  note?: string | undefined;
  /** Why there is nothing to send, where that is not because nothing was changed. */
  empty?: string;
  /** A text stands where there is room, such as the foot of a dialog. */
  look?: 'icon' | 'text';
  size?: 'small' | 'normal';
}

const LABEL = 'Show the request';

/**
 * Beside every button that writes: to which server, and the request before it is sent (features A1, C1; held by the
 * architecture test).
 */
export function ShowRequest({
  plan,
  note,
  empty,
  look = 'icon',
  size = 'normal',
}: ShowRequestProps) {
  const [planned, setPlanned] = useState<readonly PlannedWrite[] | null>(null);
  const unread = (error: unknown) => toast(`It cannot be shown now. ${explain(error).what}`);
  function show(): void {
    const now = plan();
    if (now instanceof Promise) now.then(setPlanned, unread);
    else setPlanned(now);
  }
  return (
    <>
      <WriteTarget />
      {look === 'icon' ? (
        <IconButton
          size={size}
          label={LABEL}
          icon={<Braces size={16} strokeWidth={1.75} aria-hidden="true" />}
          onClick={show}
        />
      ) : (
        <TextButton onClick={show}>{LABEL}</TextButton>
      )}
      {planned ? (
        <Suspense>
          <RequestDialog
            planned={planned}
            note={note}
            empty={empty}
            onClose={() => setPlanned(null)}
          />
        </Suspense>
      ) : null}
    </>
  );
}
