import { Link } from 'react-router-dom';
import { paths } from '~/paths';
import type { UnknownCreate } from '~/saving/create/createArtifact';

/** What the person created in a tracker since an answer was lost: one of them may be what was sent (features E16). */
export function MaybeCreated({ maybe }: Pick<UnknownCreate, 'maybe'>) {
  if (maybe.length === 0) return null;
  return (
    <ul className="artifact-problems">
      {maybe.map(({ id, xref, title }) => (
        <li key={id}>
          <Link to={paths.artifact(id)} target="_blank">
            {xref}
          </Link>{' '}
          {title}
        </li>
      ))}
    </ul>
  );
}
