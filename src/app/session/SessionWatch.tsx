import { useEffect, useRef } from 'react';
import { type Session, useSession } from '~/api/session';
import { closeLocks } from '~/kept/sealing';
import { SessionEnd } from './SessionEnd';
import { StrayPlace } from './StrayPlace';
import { followOtherTabs } from './signedOutElsewhere';

interface SessionWatchProps {
  session: Session;
  /** The person signed out in another tab: leads away, and asks first where something is unsaved. */
  onEnd(): void;
  /** Whether the place belongs to another profile: its page is not shown then. */
  onStray(isStray: boolean): void;
}

/** Watches what ends a session besides the server: another tab, and its own time (C5); and whose the places of the history are (C1). */
export function SessionWatch({ session, onEnd, onStray }: SessionWatchProps) {
  const { access, others } = useSession();
  // What is open of somebody who signed out is closed again (features C7).
  useEffect(() => {
    closeLocks([session, ...others].map(({ connection, person }) => [connection.id, person.id]));
  }, [session, others]);
  const latest = useRef(onEnd);
  useEffect(() => {
    latest.current = onEnd;
  });
  useEffect(() => followOtherTabs(() => latest.current()), []);
  const endsAt = access?.endsAt;
  return (
    <>
      {endsAt === undefined ? null : <SessionEnd session={session} endsAt={endsAt} />}
      <StrayPlace session={session} onStray={onStray} />
    </>
  );
}
