import { useQuery } from '@tanstack/react-query';
import { use } from 'react';
import { Link } from 'react-router-dom';
import { linkNaturesQuery } from '~/api/artifacts/read';
import type { Field } from '~/api/trackers';
import { LinkList } from '~/links/LinkList';
import { LinkPlace } from '~/links/LinkPlace';
import type { LinkedArtifact } from '~/links/linkedArtifacts';
import { linkGroups, type NamedLink } from '~/links/linkTypes';
import { useLinkedArtifacts } from '~/links/useLinkedArtifacts';
import { paths } from '~/paths';
import type { ViewProps } from '../contract';
import { Empty } from '../Empty';
import type { ArtifactLinks } from './mergeLinks';
import { WrongWay } from './WrongWay';
import '../view.css';

const nothingKnown: ReadonlyMap<number, LinkedArtifact> = new Map();
const nothingNamed: readonly NamedLink[] = [];

/** The server's words for types in use that the field no longer offers. */
function useNames(artifactId: number | null, value: ArtifactLinks, field: Field) {
  const offered = new Set(['', ...(field.allowed_types ?? []).map(({ shortname }) => shortname)]);
  const isOdd = [...value.forward, ...value.reverse].some(({ type }) => !offered.has(type));
  const { data } = useQuery({
    ...linkNaturesQuery(artifactId ?? 0),
    enabled: isOdd && artifactId !== null,
  });
  return data ?? nothingNamed;
}

function KnownLinks({
  value,
  field,
  artifactId,
}: ViewProps<ArtifactLinks> & { artifactId: number | null }) {
  const names = useNames(artifactId, value, field);
  const { artifacts, note } = useLinkedArtifacts(
    [...value.forward, ...value.reverse].map(({ id }) => id),
  );
  return (
    <LinkList
      groups={linkGroups(value, field.allowed_types ?? [], names)}
      artifacts={artifacts}
      note={({ id, ...sense }) => (
        <WrongWay sense={sense} facts={artifacts.get(id)} field={field} />
      )}
    >
      {note}
    </LinkList>
  );
}

/** The links as sentences: under the words of each type and direction, the artifacts with title and status. */
export function ArtifactLinkView({ value, field }: ViewProps<ArtifactLinks>) {
  const place = use(LinkPlace);
  if (value.forward.length + value.reverse.length === 0) return <Empty />;
  return place ? (
    <KnownLinks value={value} field={field} artifactId={place.artifactId} />
  ) : (
    <LinkList groups={linkGroups(value, field.allowed_types ?? [])} artifacts={nothingKnown} />
  );
}

const ROOM = 3;

export function ArtifactLinkCell({ value, field }: ViewProps<ArtifactLinks>) {
  const groups = linkGroups(value, field.allowed_types ?? []);
  const links = groups.flatMap(({ direction, type, ids }) =>
    ids.map((id) => ({ id, key: `${direction} ${type} ${id}` })),
  );
  if (links.length === 0) return null;
  const title = groups
    .map(({ phrase, ids }) => `${phrase} ${ids.map((id) => `#${id}`).join(' ')}`)
    .join(', ');
  return (
    <span className="cell tabular" data-tooltip={title}>
      {links.slice(0, ROOM).map(({ id, key }) => (
        <Link key={key} to={paths.artifact(id)}>
          #{id}
        </Link>
      ))}
      {links.length > ROOM ? <span className="cell-more">+{links.length - ROOM}</span> : null}
    </span>
  );
}
