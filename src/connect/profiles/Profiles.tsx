import { useState } from 'react';
import { profileOf, type Session, switchSession, useSession } from '~/api/session';
import { Button } from '~/ui/button/Button';
import { Avatar } from '~/ui/show/Avatar';

interface ProfilesProps {
  serverId: string | undefined;
  onContinue(): void;
}

/** Who is signed in at the chosen server already, in this window (features C1): one click away. */
export function Profiles({ serverId, onContinue }: ProfilesProps) {
  const { session, others } = useSession();
  const all: readonly Session[] = session ? [session, ...others] : others;
  // Somebody who signs in on this page is on the way: a row of theirs would only move the others.
  const [known] = useState(() => new Set(all.map(profileOf)));
  const here = all.filter((each) => each.connection.id === serverId && known.has(profileOf(each)));
  if (here.length === 0) return null;
  return (
    <ul className="connect-people">
      {here.map((each) => (
        <li key={profileOf(each)}>
          <Avatar name={each.person.realName} size="large" />
          <div className="connect-person">
            <p>
              <strong>{each.person.realName}</strong>{' '}
              <span className="meta">{each.person.username}</span>
            </p>
            <p className="meta">Signed in here, in this window.</p>
          </div>
          <Button
            onClick={() => {
              if (each !== session) switchSession(profileOf(each));
              onContinue();
            }}
          >
            Go on as {each.person.username}
          </Button>
        </li>
      ))}
    </ul>
  );
}
