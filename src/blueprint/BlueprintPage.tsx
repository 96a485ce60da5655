import { useQuery } from '@tanstack/react-query';
import { FolderSearch } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { type BlueprintProject, blueprintProjectsQuery } from '~/api/blueprint/projects';
import { blueprintServersQuery } from '~/api/blueprint/servers';
import { idOf, type PageHandle, type PageLoaderArgs } from '~/lib/page';
import { paths } from '~/paths';
import { Button } from '~/ui/button/Button';
import { TextField } from '~/ui/form/TextField';
import { Grid } from '~/ui/grid/Grid';
import type { GridColumn } from '~/ui/grid/gridColumn';
import { PageHead } from '~/ui/page/PageHead';
import { EmptyState } from '~/ui/show/EmptyState';
import { Skeleton } from '~/ui/show/Skeleton';
import { BlueprintError } from './BlueprintError';
import { GridBox } from './results/GridBox';
import { SignOut, useSessionFacts } from './signIn/SessionFacts';
import { SessionGate } from './signIn/SessionGate';
import './blueprint.css';

/** The Blueprints that this deployment lists. */
export async function loader({ queryClient }: PageLoaderArgs) {
  await queryClient.ensureQueryData(blueprintServersQuery());
  return {};
}

export const handle: PageHandle = { title: () => 'Blueprint' };

const columns: GridColumn<BlueprintProject>[] = [
  { id: 'id', header: '#', width: 88, cell: ({ Id }) => Id, sortKey: ({ Id }) => Id },
  {
    id: 'name',
    header: 'Project',
    width: 160,
    grow: 2,
    cell: ({ Name }) => <span className="clip">{Name}</span>,
    sortKey: ({ Name }) => Name,
  },
  {
    id: 'location',
    header: 'Location',
    width: 160,
    grow: 2,
    cell: ({ Location }) => <span className="clip soft">{Location}</span>,
    sortKey: ({ Location }) => Location ?? null,
  },
  {
    id: 'description',
    header: 'Description',
    width: 160,
    grow: 3,
    cell: ({ Description }) => <span className="clip soft">{Description}</span>,
  },
];

/** A project that is not in the list may still be known by its number. */
function OpenByNumber() {
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const [isWrong, setIsWrong] = useState(false);
  function submit(event: FormEvent): void {
    event.preventDefault();
    const id = idOf(typed.trim());
    setIsWrong(id === undefined);
    if (id !== undefined) navigate(paths.blueprintArtifacts(id));
  }
  return (
    <form className="blueprint-open" onSubmit={submit} noValidate>
      <TextField
        label="Number of a project"
        inputMode="numeric"
        value={typed}
        onChange={setTyped}
        error={isWrong ? 'Type the number of a project, such as 4405707.' : undefined}
      />
      <Button type="submit">Open its artifacts</Button>
    </form>
  );
}

function Projects() {
  const { data, error, refetch, isFetching } = useQuery(blueprintProjectsQuery());
  if (!data) {
    if (!error) return <Skeleton lines={5} />;
    return <BlueprintError error={error} isRetrying={isFetching} onRetry={() => void refetch()} />;
  }
  return (
    <GridBox rows={data.length}>
      <Grid
        label="Blueprint projects"
        columns={columns}
        rows={data}
        rowId={({ Id }) => String(Id)}
        rowHref={({ Id }) => paths.blueprintArtifacts(Id)}
        empty={
          <EmptyState
            icon={<FolderSearch size={24} strokeWidth={1.5} aria-hidden="true" />}
            title="There is no project that you may see"
          >
            Blueprint lists the projects that your account has access to.
          </EmptyState>
        }
      />
    </GridBox>
  );
}

export function Component() {
  return (
    <>
      <PageHead facts={useSessionFacts()} actions={<SignOut />} />
      <div className="page-body blueprint">
        <SessionGate>
          {() => (
            <>
              <OpenByNumber />
              <Projects />
            </>
          )}
        </SessionGate>
      </div>
    </>
  );
}
