import type { OfferedPerson } from '~/api/servers';
import { Button } from '~/ui/button/Button';
import { Avatar } from '~/ui/show/Avatar';

interface PeopleProps {
  people: readonly OfferedPerson[];
  /** The user name whose sign-in is under way. */
  pending: string | undefined;
  onSignIn(person: OfferedPerson): void;
}

/** The people of the sandbox, each one click away. */
export function People({ people, pending, onSignIn }: PeopleProps) {
  return (
    <ul className="connect-people">
      {people.map((person) => (
        <li key={person.username}>
          <Avatar name={person.realName} size="large" />
          <div className="connect-person">
            <p>
              <strong>{person.realName}</strong> <span className="meta">{person.role}</span>
            </p>
            <p className="meta">{person.note}</p>
          </div>
          <Button
            isPending={pending === person.username}
            disabledReason={
              pending !== undefined && pending !== person.username
                ? 'Another sign-in is under way'
                : undefined
            }
            onClick={() => onSignIn(person)}
          >
            Sign in as {person.username}
          </Button>
        </li>
      ))}
    </ul>
  );
}
