import { useQuery } from '@tanstack/react-query';
import { artifactQuery } from '~/api/artifacts/read';
import { explain } from '~/api/explain';
import { personName } from '~/fields/people/names';
import { rightsInWords } from '~/saving/draft/rights';
import { snapshotOf } from '~/saving/draft/snapshot';
import { Dot } from '~/ui/show/Dot';
import { RelativeTime } from '~/ui/show/RelativeTime';
import type { CardProps } from './CardProps';
import { useLayoutNews } from './useLayoutNews';

/** Title, status, my rights and the last change of an artifact; cached, so that its page opens at once (features V3). */
export function ArtifactCard({ id, onSettled }: CardProps & { id: number }) {
  const { data, error } = useQuery(artifactQuery(id));
  useLayoutNews(data ?? error, onSettled);
  if (error) {
    return (
      <>
        <p className="soft">{explain(error, `read artifact #${id}`).title}</p>
        <p className="meta soft">{explain(error).title}.</p>
      </>
    );
  }
  if (!data) return <p className="soft">Reading #{id}…</p>;
  const { artifact } = data;
  const { full_status: status } = artifact;
  return (
    <>
      <p className="reference-head">
        <span className="soft tabular">{artifact.xref}</span>
        {status ? <Dot color={status.color ?? ''}>{status.value}</Dot> : null}
      </p>
      <p className="reference-title">{artifact.title || artifact.xref}</p>
      <p className="meta soft">
        {artifact.project.label}, {artifact.tracker.label}
      </p>
      <p className="meta soft reference-line">{rightsInWords(snapshotOf(data))}</p>
      <p className="meta soft reference-line">
        changed by {personName(artifact.last_update_by_user)},{' '}
        <RelativeTime value={artifact.last_modified_date} />
      </p>
    </>
  );
}
