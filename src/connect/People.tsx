import { useState } from 'react';
import type { OfferedPerson } from '~/api/signIn/servers';
import { Button } from '~/ui/button/Button';
import { TextButton } from '~/ui/button/TextButton';
import { Avatar } from '~/ui/show/Avatar';

interface PeopleProps {
  people: readonly OfferedPerson[];
  /** The user name whose sign-in is under way. */
  pending: string | undefined;
  onSignIn(person: OfferedPerson): void;
}

const FIRST = 3;

/** The people of the sandbox, each one click away; the first three, and the others on demand. */
export function People({ people, pending, onSignIn }: PeopleProps) {
  const [isWhole, setIsWhole] = useState(people.length <= FIRST + 1);
  const shown = isWhole ? people : people.slice(0, FIRST);
  return (
    <ul className="connect-people">
      {shown.map((person) => (
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
      {isWhole ? null : (
        <li className="connect-more">
          <TextButton onClick={() => setIsWhole(true)}>
            {people.length - FIRST} more people
          </TextButton>
        </li>
      )}
    </ul>
  );
}
