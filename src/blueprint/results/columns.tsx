import type { BlueprintArtifact } from '~/api/blueprint/artifactSchema';
import type { GridColumn } from '~/ui/grid/gridColumn';
import { Direction } from './Direction';
import { OtherEnd } from './OtherEnd';
import { Suspect } from './Suspect';
import { leadsToProject, otherEnd, suspects, type TraceRow } from './traces';

type ArtifactColumn = GridColumn<BlueprintArtifact>;

const id: ArtifactColumn = {
  id: 'id',
  header: '#',
  width: 88,
  cell: ({ Id }) => Id,
  sortKey: ({ Id }) => Id,
};

const name: ArtifactColumn = {
  id: 'name',
  header: 'Name',
  width: 180,
  grow: 4,
  cell: ({ Name }) => <span className="clip">{Name}</span>,
  sortKey: ({ Name }) => Name,
};

const type: ArtifactColumn = {
  id: 'type',
  header: 'Type',
  width: 150,
  grow: 1,
  cell: ({ ArtifactTypeName }) => <span className="clip">{ArtifactTypeName}</span>,
  sortKey: ({ ArtifactTypeName }) => ArtifactTypeName,
};

const plain: ArtifactColumn[] = [
  {
    id: 'parent',
    header: 'Parent',
    width: 88,
    cell: ({ ParentId, ProjectId }) =>
      ParentId === ProjectId ? <span className="soft">Project</span> : ParentId,
    sortKey: ({ ParentId }) => ParentId,
  },
  {
    id: 'version',
    header: 'Version',
    width: 80,
    align: 'end',
    cell: ({ Version }) => Version,
    sortKey: ({ Version }) => Version,
  },
];

/** How many there are of a part that was asked for. */
function countColumn(key: 'Traces' | 'Attachments' | 'Comments'): ArtifactColumn {
  return {
    id: key.toLowerCase(),
    header: key,
    width: key === 'Traces' ? 80 : 112,
    align: 'end',
    cell: (artifact) => artifact[key]?.length || null,
    sortKey: (artifact) => artifact[key]?.length ?? null,
  };
}

const suspect: ArtifactColumn = {
  id: 'suspect',
  header: 'Suspect',
  width: 112,
  cell: (artifact) => {
    const count = suspects(artifact);
    return count === 0 ? null : <Suspect count={count} />;
  },
  sortKey: (artifact) => suspects(artifact) || null,
};

/** What was asked for decides the columns; a narrow screen gets those that tell artifacts apart. */
export function artifactColumns(
  asked: { traces: boolean; attachments: boolean; comments: boolean },
  isNarrow: boolean,
): ArtifactColumn[] {
  if (isNarrow) return [id, { ...name, width: 150 }, { ...type, width: 120, grow: 0 }];
  return [
    id,
    name,
    type,
    ...plain,
    ...(asked.traces ? [countColumn('Traces'), suspect] : []),
    ...(asked.attachments ? [countColumn('Attachments')] : []),
    ...(asked.comments ? [countColumn('Comments')] : []),
  ];
}

/** The columns of all traces; the first leads to the artifact that has the trace. */
export function traceColumns(
  hrefOf: (artifactId: number) => string | undefined,
): GridColumn<TraceRow>[] {
  return [
    {
      id: 'artifact',
      header: '#',
      width: 88,
      cell: ({ artifact }) => artifact.Id,
      sortKey: ({ artifact }) => artifact.Id,
    },
    {
      id: 'name',
      header: 'Artifact',
      width: 160,
      grow: 2,
      cell: ({ artifact }) => <span className="clip">{artifact.Name}</span>,
      sortKey: ({ artifact }) => artifact.Name,
    },
    {
      id: 'type',
      header: 'Trace',
      width: 88,
      cell: ({ trace }) => <span className="clip">{trace.Type}</span>,
      sortKey: ({ trace }) => trace.Type,
    },
    {
      id: 'direction',
      header: 'Direction',
      width: 112,
      cell: ({ trace }) => <Direction direction={trace.Direction} />,
      sortKey: ({ trace }) => trace.Direction,
    },
    {
      id: 'other',
      header: 'Other end',
      width: 200,
      grow: 3,
      cell: ({ trace }) => <OtherEnd trace={trace} hrefOf={hrefOf} />,
      sortKey: ({ trace }) => otherEnd(trace),
    },
    {
      id: 'project',
      header: 'In project',
      width: 96,
      cell: ({ trace, artifact }) =>
        trace.ProjectId === artifact.ProjectId ? (
          <span className="soft">{leadsToProject(trace) ? 'Is it' : 'This'}</span>
        ) : (
          trace.ProjectId
        ),
      sortKey: ({ trace }) => trace.ProjectId,
    },
    {
      id: 'suspect',
      header: 'Suspect',
      width: 104,
      cell: ({ trace }) => (trace.IsSuspect ? <Suspect /> : null),
      sortKey: ({ trace }) => (trace.IsSuspect ? 0 : 1),
    },
  ];
}
