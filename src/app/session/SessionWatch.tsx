import { useEffect } from 'react';
import { type Session, useSession } from '~/api/session';
import { closeLocks } from '~/kept/sealing';
import { SessionEnd } from './SessionEnd';
import { StrayPlace } from './StrayPlace';

interface SessionWatchProps {
  session: Session;
  /** Whether the place belongs to another profile: its page is not shown then. */
  onStray(isStray: boolean): void;
}

/** Watches the time after which a session ends (C5), whose drafts are open, and whose the places of the history are (C1). */
export function SessionWatch({ session, onStray }: SessionWatchProps) {
  const { access, others } = useSession();
  // What is open of somebody who signed out is closed again (features C7).
  useEffect(() => {
    closeLocks([session, ...others].map(({ connection, person }) => [connection.id, person.id]));
  }, [session, others]);
  const endsAt = access?.endsAt;
  return (
    <>
      {endsAt === undefined ? null : <SessionEnd session={session} endsAt={endsAt} />}
      <StrayPlace session={session} onStray={onStray} />
    </>
  );
}
