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
  const here = all.filter(({ connection }) => connection.id === serverId);
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
