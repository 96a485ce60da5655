import { SearchX } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { BlueprintArtifact } from '~/api/blueprint/artifactSchema';
import type { ArtifactsPage } from '~/api/blueprint/artifacts';
import type { ArtifactsOptions } from '~/api/blueprint/artifactsRequest';
import { Grid } from '~/ui/grid/Grid';
import type { GridSort } from '~/ui/grid/gridColumn';
import { NARROW, useMedia } from '~/ui/grid/useMedia';
import { EmptyState } from '~/ui/show/EmptyState';
import { Tabs } from '~/ui/show/Tabs';
import { AttachmentItem } from '../detail/AttachmentItem';
import type { View } from '../search';
import { artifactColumns, traceColumns } from './columns';
import { GridBox } from './GridBox';
import { NotAsked } from './NotAsked';
import { RawAnswer } from './RawAnswer';
import { traceRows } from './traces';

interface ResultsProps {
  projectId: number;
  /** What was asked for. */
  options: ArtifactsOptions;
  pages: ArtifactsPage[];
  artifacts: BlueprintArtifact[];
  view: View;
  onView(view: View): void;
  /** The address of this page with that artifact shown in full. */
  toArtifact(artifactId: number): string;
  onAsk(changes: Partial<ArtifactsOptions>): void;
  isBusy: boolean;
}

function ArtifactTable({ options, artifacts, toArtifact, isBusy }: ResultsProps) {
  const isNarrow = useMedia(NARROW);
  const [sort, setSort] = useState<GridSort | null>(null);
  const { traces, flags } = options;
  const columns = useMemo(
    () =>
      artifactColumns(
        { traces: traces !== 'None', attachments: flags.attachments, comments: flags.comments },
        isNarrow,
      ),
    [traces, flags.attachments, flags.comments, isNarrow],
  );
  return (
    <GridBox rows={artifacts.length}>
      <Grid
        label="Blueprint artifacts"
        columns={columns}
        rows={artifacts}
        rowId={({ Id }) => String(Id)}
        rowHref={({ Id }) => toArtifact(Id)}
        sort={sort}
        onSort={setSort}
        isBusy={isBusy}
        empty={
          <EmptyState
            icon={<SearchX size={24} strokeWidth={1.5} aria-hidden="true" />}
            title={options.filter === '' ? 'This project has no artifacts' : 'Nothing matches'}
          >
            {options.filter === ''
              ? 'Or your account may see none of them: Blueprint leaves those out without a word.'
              : 'No artifact that you may see passes the filter.'}
          </EmptyState>
        }
      />
    </GridBox>
  );
}

function TraceTable({ options, artifacts, toArtifact, onAsk }: ResultsProps) {
  const [sort, setSort] = useState<GridSort | null>(null);
  const rows = useMemo(() => traceRows(artifacts), [artifacts]);
  const columns = useMemo(() => {
    const here = new Set(artifacts.map(({ Id }) => Id));
    return traceColumns((id) => (here.has(id) ? toArtifact(id) : undefined));
  }, [artifacts, toArtifact]);
  if (rows.length === 0) {
    return (
      <NotAsked
        what="traces"
        isAsked={options.traces !== 'None'}
        onAsk={() => onAsk({ traces: 'All' })}
      />
    );
  }
  return (
    <GridBox rows={rows.length}>
      <Grid
        label="Blueprint traces"
        columns={columns}
        rows={rows}
        rowId={({ id }) => id}
        rowHref={({ artifact }) => toArtifact(artifact.Id)}
        sort={sort}
        onSort={setSort}
      />
    </GridBox>
  );
}

function Attachments({ options, artifacts, onAsk }: ResultsProps) {
  const owners = artifacts.filter(({ Attachments: all }) => all && all.length > 0);
  if (owners.length === 0) {
    return (
      <NotAsked
        what="attachments"
        isAsked={options.flags.attachments}
        onAsk={() => onAsk({ flags: { ...options.flags, attachments: true } })}
      />
    );
  }
  return (
    <div className="blueprint-owners">
      {owners.map((artifact) => (
        <section key={artifact.Id} aria-label={`Attachments of ${artifact.Id}`}>
          <h3>
            <span className="soft tabular">{artifact.Id}</span> {artifact.Name}
          </h3>
          <ul className="blueprint-attachments">
            {artifact.Attachments?.map((attachment) => (
              <AttachmentItem key={attachment.Id} artifact={artifact} attachment={attachment} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

/** The loaded artifacts in four views: as a table, their traces, their attachments, and the answers as text. */
export function Results(props: ResultsProps) {
  const { artifacts, view, onView, pages, projectId } = props;
  const count = (key: 'Traces' | 'Attachments') =>
    artifacts.some((artifact) => artifact[key])
      ? artifacts.reduce((sum, artifact) => sum + (artifact[key]?.length ?? 0), 0)
      : undefined;
  return (
    <Tabs
      label="Results"
      value={view}
      onChange={onView}
      tabs={[
        { value: 'artifacts', label: 'Artifacts', count: artifacts.length },
        { value: 'traces', label: 'Traces', count: count('Traces') },
        { value: 'attachments', label: 'Attachments', count: count('Attachments') },
        { value: 'raw', label: 'Raw answer' },
      ]}
    >
      {view === 'artifacts' ? <ArtifactTable {...props} /> : null}
      {view === 'traces' ? <TraceTable {...props} /> : null}
      {view === 'attachments' ? <Attachments {...props} /> : null}
      {view === 'raw' ? <RawAnswer pages={pages} projectId={projectId} /> : null}
    </Tabs>
  );
}
