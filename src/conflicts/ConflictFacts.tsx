import { Fragment } from 'react';
import { Link } from 'react-router-dom';
import type { Changeset } from '~/api/changesets/read';
import { formatMoment } from '~/lib/dates';
import { paths } from '~/paths';
import type { ArtifactSnapshot } from '~/saving/draft/snapshot';
import { Avatar } from '~/ui/show/Avatar';
import { VisuallyHidden } from '~/ui/show/VisuallyHidden';
import { writers } from './describe';

interface ConflictFactsProps {
  base: ArtifactSnapshot;
  since: readonly Changeset[];
  me: number;
}

/** "1 and 2": changesets by their number, each with its time; the number leads to its place in the history. */
function Changesets({ id, changesets }: { id: number; changesets: readonly Changeset[] }) {
  return changesets.map((changeset, index) => (
    <Fragment key={changeset.id}>
      {index === 0 ? '' : index === changesets.length - 1 ? ' and ' : ', '}
      <Link
        to={paths.artifact(id, { tab: 'comments', changeset: changeset.id })}
        target="_blank"
        rel="noopener"
        className="tabular conflict-changeset"
      >
        {changeset.id}
        <VisuallyHidden> (in a new tab)</VisuallyHidden>
      </Link>
      {` at ${formatMoment(changeset.submitted_on)}`}
    </Fragment>
  ));
}

/** Who saved what after the version that I started from, in a sentence for each person. */
export function ConflictFacts({ base, since, me }: ConflictFactsProps) {
  const opened = formatMoment(base.artifact.last_modified_date);
  if (since.length === 0) {
    return <p>Somebody saved a change that you may not see, after the version of {opened}.</p>;
  }
  return (
    <ul className="conflict-writers">
      {writers(since, me).map((writer) => (
        <li key={writer.key}>
          <Avatar name={writer.name} size="small" isSelf={writer.isMe} />
          <span>
            <strong>{writer.isMe ? 'You, in another place,' : writer.name}</strong> saved{' '}
            {writer.changesets.length === 1 ? 'changeset' : 'changesets'}{' '}
            <Changesets id={base.artifact.id} changesets={writer.changesets} />, after the version
            of {opened} that you started from.
          </span>
        </li>
      ))}
    </ul>
  );
}
