import { Trash2 } from 'lucide-react';
import { useId } from 'react';
import type { Session } from '~/api/session';
import { formatBytes } from '~/lib/numbers';
import { Button } from '~/ui/button/Button';
import { IconButton } from '~/ui/button/IconButton';
import type { DataLine, Owner } from './inventory';

/** Whose data it is, in words: the person who is signed in by name, others by the numbers that are all we keep. */
export function ownerWords(owner: Owner | null, session: Session | null): string {
  if (!owner) return 'This browser';
  const { server, user } = owner;
  if (session?.connection.id === server && session.person.id === user) {
    return `${session.person.realName} on ${session.connection.label}`;
  }
  return `Person ${user} on ${server}`;
}

interface DataGroupProps {
  title: string;
  lines: readonly DataLine[];
  /** Asks before it wipes; `what` says what goes. */
  onWipe(lines: readonly DataLine[], what: string): void;
}

/** What is kept of one person, or of this browser, line by line. */
export function DataGroup({ title, lines, onWipe }: DataGroupProps) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <div className="data-head">
        <h2 id={id}>{title}</h2>
        <Button size="small" onClick={() => onWipe(lines, `all data of ${title}`)}>
          Wipe all of it…
        </Button>
      </div>
      <ul className="data-lines">
        {lines.map((line) => (
          <li key={line.id}>
            <span>
              {line.what}
              {line.count === null ? '' : ` (${line.count})`}
            </span>
            <span className="meta soft tabular">{formatBytes(line.bytes)}</span>
            <IconButton
              size="small"
              label={`Wipe ${line.what} of ${title}`}
              tooltip="Wipe"
              icon={<Trash2 size={14} strokeWidth={1.75} aria-hidden="true" />}
              onClick={() => onWipe([line], `${line.what} of ${title}`)}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
