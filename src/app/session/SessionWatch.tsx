import { useEffect, useRef } from 'react';
import { type Session, useSession } from '~/api/session';
import { SessionEnd } from './SessionEnd';
import { followOtherTabs } from './signedOutElsewhere';

interface SessionWatchProps {
  session: Session;
  /** The person signed out in another tab: leads away, and asks first where something is unsaved. */
  onEnd(): void;
}

/** Watches what ends a session besides the server: another tab, and its own time (features C5). */
export function SessionWatch({ session, onEnd }: SessionWatchProps) {
  const { access } = useSession();
  const latest = useRef(onEnd);
  useEffect(() => {
    latest.current = onEnd;
  });
  useEffect(() => followOtherTabs(() => latest.current()), []);
  const endsAt = access?.endsAt;
  return endsAt === undefined ? null : (
    <SessionEnd key={endsAt} session={session} endsAt={endsAt} />
  );
}
