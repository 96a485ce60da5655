import { Link } from 'react-router-dom';
import { paths } from '~/paths';
import { authorOf } from '~/saving/changes';
import { RelativeTime } from '~/ui/show/RelativeTime';
import type { LoadedSide } from './side';

/** Which artifact a side is, as a link to it, and which of its states. */
export function SideHead({ loaded }: { loaded: LoadedSide }) {
  const { side, now, changeset } = loaded;
  const { id, title, xref } = now.artifact;
  const search = side.changeset === null ? {} : { tab: 'comments', changeset: side.changeset };
  return (
    <>
      <Link to={paths.artifact(id, search)}>
        #{id} {title || xref}
      </Link>{' '}
      <span className="meta soft">
        {side.changeset === null ? (
          'as it is now'
        ) : changeset ? (
          <>
            changeset {changeset.id} by {authorOf(changeset)},{' '}
            <RelativeTime value={changeset.submitted_on} />
          </>
        ) : (
          `changeset ${side.changeset} cannot be seen`
        )}
      </span>
    </>
  );
}
