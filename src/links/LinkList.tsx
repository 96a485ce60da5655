import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';
import { paths } from '~/paths';
import { Dot, Swatch } from '~/ui/show/Dot';
import type { LinkedArtifact } from './linkedArtifacts';
import type { LinkGroup, LinkSense } from './linkTypes';
import './links.css';

/** Status and tracker of an artifact at the other end. */
export function ArtifactFacts({ status, tracker }: LinkedArtifact) {
  return (
    <span className="link-facts meta">
      {status ? <Dot color={status.color}>{status.label}</Dot> : null}
      <span className="link-tracker">
        <Swatch color={tracker.color} />
        {tracker.label}
      </span>
    </span>
  );
}

/** The other artifact of a link: number, title, status and where it lives; the number alone until the rest is known. */
export function LinkedFacts({ id, facts }: { id: number; facts: LinkedArtifact | undefined }) {
  return (
    <>
      <Link to={paths.artifact(id)} className="tabular">
        #{id}
      </Link>
      <span className="link-title">{facts?.title}</span>
      {facts ? <ArtifactFacts {...facts} /> : null}
    </>
  );
}

interface LinkListProps {
  groups: readonly LinkGroup[];
  artifacts: ReadonlyMap<number, LinkedArtifact>;
  /** What is to be known about one of them, under it. */
  note?(link: LinkSense & { id: number }): ReactNode;
  /** Under the list: why titles are missing, where reverse links are changed. */
  children?: ReactNode;
}

/** Links as sentences: under the words of each type and direction, the artifacts at the other end. */
export function LinkList({ groups, artifacts, note, children }: LinkListProps) {
  return (
    <>
      <dl className="link-groups">
        {groups.map(({ direction, type, phrase, ids }) => (
          <div key={`${direction} ${type}`} className="link-group">
            <dt className="meta">{phrase}</dt>
            {ids.map((id) => (
              <dd key={id} className="link-row">
                <LinkedFacts id={id} facts={artifacts.get(id)} />
                {note?.({ id, direction, type })}
              </dd>
            ))}
          </div>
        ))}
      </dl>
      {children}
    </>
  );
}
