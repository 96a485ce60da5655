import { Info } from 'lucide-react';
import { Link } from 'react-router-dom';
import type { Reach } from '~/links/reach';
import { paths } from '~/paths';
import { RelativeTime } from '~/ui/show/RelativeTime';
import { personName } from '../people/names';

/** As many as are named at once; more are opened. */
const TOLD = 5;

interface WritesElsewhereProps {
  ids: readonly number[];
  reach: ReadonlyMap<number, Reach>;
}

function Other({ id, reach }: { id: number; reach: Reach | undefined }) {
  const artifact = reach?.kind === 'open' ? reach.artifact : null;
  return (
    <>
      <Link to={paths.artifact(id)} target="_blank">
        {artifact?.xref ?? `#${id}`}
      </Link>
      {artifact ? (
        <>
          , last changed by {personName(artifact.last_update_by_user)}{' '}
          <RelativeTime value={artifact.last_modified_date} />
        </>
      ) : null}
      {reach?.kind === 'closed' ? ', which you may not' : null}
    </>
  );
}

/** Which other artifacts get a changeset by the save, before it is sent: each with who changed it last (features L5, D4). */
export function WritesElsewhere({ ids, reach }: WritesElsewhereProps) {
  const told = ids.slice(0, TOLD);
  const more = ids.slice(TOLD);
  return (
    <div role="status" className="link-elsewhere meta">
      {ids.length === 0 ? null : (
        <>
          <Info size={14} strokeWidth={1.75} aria-hidden="true" />
          <div>
            Saving also writes a changeset on{' '}
            {told.map((id, at) => (
              <span key={id}>
                {at === 0 ? '' : '; '}
                <Other id={id} reach={reach.get(id)} />
              </span>
            ))}
            .
            {more.length === 0 ? null : (
              <details>
                <summary>And on {more.length} more</summary>
                <ul>
                  {more.map((id) => (
                    <li key={id}>
                      <Other id={id} reach={reach.get(id)} />
                    </li>
                  ))}
                </ul>
              </details>
            )}
          </div>
        </>
      )}
    </div>
  );
}
