import { ExternalLink, Lock, X } from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';
import type { BlueprintArtifact } from '~/api/blueprint/artifactSchema';
import { IconButton } from '~/ui/button/IconButton';
import { Badge } from '~/ui/show/Badge';
import { Direction } from '../results/Direction';
import { OtherEnd } from '../results/OtherEnd';
import { Suspect } from '../results/Suspect';
import { AttachmentItem } from './AttachmentItem';
import { CommentList } from './CommentList';
import { keyed } from './keyed';
import { PropertyValue } from './PropertyValue';
import './detail.css';

interface ArtifactDetailProps {
  artifact: BlueprintArtifact;
  isPlain: boolean;
  /** The Blueprint's origin: relative links of its texts belong there. */
  base: string;
  hrefOf(artifactId: number): string | undefined;
  onClose(): void;
}

/** Blueprint's own page of the artifact, when its address is one of the web. */
function webAddress(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  return /^https?:$/.test(url.protocol) ? url.href : undefined;
}

function Part({ title, count, children }: { title: string; count: number; children: ReactNode }) {
  return (
    <section className="blueprint-part">
      <h3>
        {title} <span className="meta">{count}</span>
      </h3>
      {count === 0 ? <p className="meta">None</p> : children}
    </section>
  );
}

function Facts({ artifact }: { artifact: BlueprintArtifact }) {
  const address = webAddress(artifact.BlueprintUrl);
  return (
    <div className="blueprint-facts">
      <span>{artifact.ArtifactTypeName}</span>
      <span className="soft">{artifact.BaseArtifactType}</span>
      <span>Version {artifact.Version}</span>
      {artifact.Status?.IsLocked ? (
        <Badge tone="warning">
          <Lock size={14} strokeWidth={1.75} aria-hidden="true" /> Locked
        </Badge>
      ) : null}
      {artifact.AreTracesReadOnly ? <Badge>Traces read only</Badge> : null}
      {artifact.AreAttachmentsReadOnly ? <Badge>Attachments read only</Badge> : null}
      {artifact.AreDocumentReferencesReadOnly ? <Badge>References read only</Badge> : null}
      {address ? (
        <a href={address} target="_blank" rel="noopener noreferrer">
          Open in Blueprint <ExternalLink size={14} strokeWidth={1.75} aria-hidden="true" />
          <span className="meta"> {new URL(address).host}</span>
        </a>
      ) : null}
    </div>
  );
}

function Traces({ artifact, hrefOf }: Pick<ArtifactDetailProps, 'artifact' | 'hrefOf'>) {
  const traces = artifact.Traces ?? [];
  return (
    <Part title="Traces" count={traces.length}>
      <table className="blueprint-table" aria-label={`Traces of ${artifact.Id}`}>
        <thead>
          <tr>
            <th scope="col">Trace</th>
            <th scope="col">Direction</th>
            <th scope="col">Other end</th>
            <th scope="col">Suspect</th>
          </tr>
        </thead>
        <tbody>
          {keyed(
            traces,
            ({ Type, Direction: way, ArtifactId }) => `${Type} ${way} ${ArtifactId}`,
          ).map(({ key, item: trace }) => (
            <tr key={key}>
              <td>{trace.Type}</td>
              <td>
                <Direction direction={trace.Direction} />
              </td>
              <td className="blueprint-table-wide">
                <OtherEnd trace={trace} hrefOf={hrefOf} />
              </td>
              <td>{trace.IsSuspect ? <Suspect /> : null}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Part>
  );
}

function Properties({
  artifact,
  isPlain,
  base,
}: Pick<ArtifactDetailProps, 'artifact' | 'isPlain' | 'base'>) {
  const properties = artifact.Properties ?? [];
  return (
    <Part title="Properties" count={properties.length}>
      <dl className="blueprint-properties">
        {keyed(properties, ({ PropertyTypeId, Name }) => `${PropertyTypeId} ${Name}`).map(
          ({ key, item: property }) => (
            <div key={key}>
              <dt>{property.Name}</dt>
              <dd>
                <PropertyValue property={property} isPlain={isPlain} base={base} />
              </dd>
            </div>
          ),
        )}
      </dl>
    </Part>
  );
}

/** One artifact with every part that was asked for, and everything that the server said of it. Takes the focus when it opens. */
export function ArtifactDetail({ artifact, isPlain, base, hrefOf, onClose }: ArtifactDetailProps) {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    title.current?.focus();
  }, []);
  const { Attachments: attachments, Comments: comments } = artifact;
  return (
    <section className="blueprint-detail" aria-labelledby="blueprint-detail">
      <div className="blueprint-detail-head">
        <h2 id="blueprint-detail" ref={title} tabIndex={-1}>
          <span className="soft">{artifact.Id}</span> {artifact.Name}
        </h2>
        <IconButton
          label="Close the artifact"
          icon={<X size={16} strokeWidth={1.75} aria-hidden="true" />}
          onClick={onClose}
        />
      </div>
      <Facts artifact={artifact} />
      {artifact.Properties ? (
        <Properties artifact={artifact} isPlain={isPlain} base={base} />
      ) : null}
      {artifact.Traces ? <Traces artifact={artifact} hrefOf={hrefOf} /> : null}
      {attachments ? (
        <Part title="Attachments" count={attachments.length}>
          <ul className="blueprint-attachments">
            {attachments.map((attachment) => (
              <AttachmentItem key={attachment.Id} artifact={artifact} attachment={attachment} />
            ))}
          </ul>
        </Part>
      ) : null}
      {comments ? (
        <Part title="Comments" count={comments.length}>
          <CommentList comments={comments} base={base} isPlain={isPlain} />
        </Part>
      ) : null}
      <details className="blueprint-all">
        <summary>Everything the server said of it</summary>
        <pre>{JSON.stringify(artifact, null, 2)}</pre>
      </details>
    </section>
  );
}
