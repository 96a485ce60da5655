import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';
import { paths } from '~/paths';
import { Dot, Swatch } from '~/ui/show/Dot';
import type { LinkedArtifact } from './linkedArtifacts';
import type { LinkGroup } from './linkTypes';
import './links.css';

/** The other artifact of a link: number, title, status and where it lives; the number alone until the rest is known. */
export function LinkedFacts({ id, facts }: { id: number; facts: LinkedArtifact | undefined }) {
  return (
    <>
      <Link to={paths.artifact(id)} className="tabular">
        #{id}
      </Link>
      <span className="link-title">{facts?.title}</span>
      {facts ? (
        <span className="link-facts meta">
          {facts.status ? <Dot color={facts.status.color}>{facts.status.label}</Dot> : null}
          <span className="link-tracker">
            <Swatch color={facts.tracker.color} />
            {facts.tracker.label}
          </span>
        </span>
      ) : null}
    </>
  );
}

interface LinkListProps {
  groups: readonly LinkGroup[];
  artifacts: ReadonlyMap<number, LinkedArtifact>;
  /** Under the list: why titles are missing, where reverse links are changed. */
  children?: ReactNode;
}

/** Links as sentences: under the words of each type and direction, the artifacts at the other end. */
export function LinkList({ groups, artifacts, children }: LinkListProps) {
  return (
    <>
      <dl className="link-groups">
        {groups.map(({ direction, type, phrase, ids }) => (
          <div key={`${direction} ${type}`} className="link-group">
            <dt className="meta">{phrase}</dt>
            {ids.map((id) => (
              <dd key={id} className="link-row">
                <LinkedFacts id={id} facts={artifacts.get(id)} />
              </dd>
            ))}
          </div>
        ))}
      </dl>
      {children}
    </>
  );
}
