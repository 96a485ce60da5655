import { useSession } from '~/api/session';
import './write-target.css';

/**
 * Which server a write goes to (features C1). Shown where it could be another one: with several profiles in this window, or
 * at a server of another origin.
 */
export function WriteTarget() {
  const { session, others } = useSession();
  if (!session || (others.length === 0 && session.connection.url === '')) return null;
  const { label, color } = session.connection;
  return (
    <span className="write-target" title={`Goes to ${label}`}>
      <span className={`write-target-color connection-${color}`} aria-hidden="true" />
      <span className="write-target-name">to {label}</span>
    </span>
  );
}
