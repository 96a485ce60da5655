import { SearchX } from 'lucide-react';
import { useLocation } from 'react-router-dom';
import { useSession } from '~/api/session';
import { paths } from '~/paths';
import { LinkButton } from '~/ui/button/LinkButton';
import './error.css';

/** An address that leads nowhere: says so, and offers a way on. */
export function Component() {
  const { pathname } = useLocation();
  const { session } = useSession();
  return (
    <div className="error-page">
      <title>No such page · Parterre</title>
      <SearchX size={24} strokeWidth={1.5} aria-hidden="true" />
      <h1 tabIndex={-1}>There is no page at this address</h1>
      <p>
        Parterre does not know <code>{pathname}</code>. The link may be cut off or mistyped.
      </p>
      <LinkButton to={session ? paths.projects() : paths.connect()} variant="primary">
        {session ? 'Go to the projects' : 'Sign in'}
      </LinkButton>
    </div>
  );
}
