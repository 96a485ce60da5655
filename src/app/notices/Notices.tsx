import { ShieldAlert } from 'lucide-react';
import { Suspense, useState } from 'react';
import { isCrossOrigin } from '~/api/requests/origin';
import { setReadOnly, useReadOnly } from '~/api/requests/readOnly';
import { useUnexpected } from '~/api/requests/unexpected';
import type { Session } from '~/api/session';
import { Button } from '~/ui/button/Button';
import { TextButton } from '~/ui/button/TextButton';
import { latePart, NotLoaded } from '~/ui/latePart';
import { keepHeight } from '~/ui/page/keepHeight';
import { Banner } from '~/ui/show/Banner';
import './notices.css';

const UnexpectedDialog = latePart(
  async () => (await import('./UnexpectedDialog')).UnexpectedDialog,
  NotLoaded,
);

/** "n unexpected shapes", which opens what they are (features A6); nothing while all is as known. */
function Unexpected() {
  const shapes = useUnexpected();
  const [isOpen, setIsOpen] = useState(false);
  if (shapes.length === 0) return null;
  return (
    <>
      <TextButton onClick={() => setIsOpen(true)}>
        {shapes.length === 1 ? '1 unexpected shape' : `${shapes.length} unexpected shapes`}
      </TextButton>
      {isOpen ? (
        <Suspense>
          <UnexpectedDialog onClose={() => setIsOpen(false)} />
        </Suspense>
      ) : null}
    </>
  );
}

/** They stay in sight: what fills the window, or sticks to its top, leaves them their room (`--top` in shell.css). */
const measured = keepHeight('--notices');

/** Above every page of a session: that it is read-only (C8), how conflicts are found cross-origin (D1), what was odd (A6). */
export function Notices({ session }: { session: Session }) {
  const isReadOnly = useReadOnly();
  const { connection } = session;
  return (
    <div className="notices" ref={measured}>
      {isReadOnly ? (
        <Banner
          tone="warning"
          place="page"
          role="status"
          actions={
            <Button size="small" onClick={() => setReadOnly(false)}>
              Switch read-only off
            </Button>
          }
        >
          Read-only is on: nothing is changed on {connection.label}.
        </Banner>
      ) : null}
      <div className="notices-line no-print" role="status">
        {isCrossOrigin(connection) ? (
          <span className="notices-check">
            <ShieldAlert size={14} strokeWidth={1.75} aria-hidden="true" />
            Conflict check: compared before and audited after saving
          </span>
        ) : null}
        <Unexpected />
      </div>
    </div>
  );
}
