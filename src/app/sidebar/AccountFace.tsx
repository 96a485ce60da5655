import { ChevronsUpDown } from 'lucide-react';
import { useReadOnly } from '~/api/requests/readOnly';
import type { Session } from '~/api/session';
import { Logo } from '~/ui/page/Logo';

/** What the account's button shows: the server, and as whom. */
export function AccountFace({ session }: { session: Session }) {
  const isReadOnly = useReadOnly();
  return (
    <>
      <Logo size={20} />
      <span className="side-who">
        <span className="clip">{session.connection.label}</span>{' '}
        <span className="meta clip">{session.person.username}</span>
        {isReadOnly ? <span className="side-read-only">Read-only</span> : null}
      </span>
      <ChevronsUpDown size={14} strokeWidth={1.75} aria-hidden="true" />
    </>
  );
}
