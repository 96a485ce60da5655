import type { ReactNode } from 'react';
import { useSession } from '~/api/session';
import '../view.css';

/**
 * A person as a link to their page of Tuleap: so they can be reached by keyboard, and the page can tell who they are
 * (features V3). Without a login it is the name alone.
 */
export function PersonLink({ login, children }: { login: string; children: ReactNode }) {
  const server = useSession().session?.connection.url ?? '';
  if (login === '') return children;
  return (
    <a
      className="person-link"
      href={`${server.replace(/\/$/, '')}/users/${encodeURIComponent(login)}`}
      target="_blank"
      rel="noopener noreferrer"
    >
      {children}
    </a>
  );
}
