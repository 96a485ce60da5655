import type { LoggedRequest } from '~/api/requests/log';
import { useSession } from '~/api/session';
import { limitsSeen } from './limits';

/** The quotas and limits of this server, as its answers told them (features A5); nothing before any did. */
export function LimitsSeen({ log }: { log: readonly LoggedRequest[] }) {
  const { session } = useSession();
  const limits = limitsSeen(log.filter(({ server }) => server.id === session?.connection.id));
  if (limits.length === 0) return null;
  return (
    <section className="inspector-limits" aria-labelledby="inspector-limits">
      <h3 id="inspector-limits">Limits of {session?.connection.label}, as its answers told</h3>
      <ul>
        {limits.map((words) => (
          <li key={words} className="request-limit">
            {words}
          </li>
        ))}
      </ul>
    </section>
  );
}
