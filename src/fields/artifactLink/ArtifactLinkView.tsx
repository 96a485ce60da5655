import { Link } from 'react-router-dom';
import { paths } from '~/paths';
import { Swatch } from '~/ui/show/Dot';
import type { ViewProps } from '../contract';
import { Empty } from '../Empty';
import { type ArtifactLinks, linkGroups } from './artifactLinkField';
import '../view.css';

/** The links as sentences: under the words of each type and direction, the artifacts and where they live. */
export function ArtifactLinkView({ value, field }: ViewProps<ArtifactLinks>) {
  const groups = linkGroups(value, field);
  if (groups.length === 0) return <Empty />;
  return (
    <dl className="value-list">
      {groups.map(({ direction, type, label, links }) => (
        <div key={`${direction} ${type}`}>
          <dt className="meta">{label}</dt>
          {links.map((link) => (
            <dd key={link.id} className="value-row">
              <Link to={paths.artifact(link.id)} className="tabular">
                #{link.id}
              </Link>
              <span className="value-with-icon meta">
                <Swatch color={link.tracker.color} />
                {link.tracker.label}
              </span>
            </dd>
          ))}
        </div>
      ))}
    </dl>
  );
}

const ROOM = 3;

export function ArtifactLinkCell({ value, field }: ViewProps<ArtifactLinks>) {
  const groups = linkGroups(value, field);
  const links = groups.flatMap((group) => group.links.map((link) => ({ ...link, group })));
  if (links.length === 0) return null;
  const title = groups
    .map((group) => `${group.label} ${group.links.map(({ id }) => `#${id}`).join(' ')}`)
    .join(', ');
  return (
    <span className="cell tabular" data-tooltip={title}>
      {links.slice(0, ROOM).map(({ id, type, group }) => (
        <Link key={`${group.direction} ${type} ${id}`} to={paths.artifact(id)}>
          #{id}
        </Link>
      ))}
      {links.length > ROOM ? <span className="cell-more">+{links.length - ROOM}</span> : null}
    </span>
  );
}
