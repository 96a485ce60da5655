import { useSuspenseQuery } from '@tanstack/react-query';
import { GitBranch, Plus } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useLocation, useNavigate, useParams } from 'react-router-dom';
import * as z from 'zod/mini';
import { projectQuery } from '~/api/projects';
import { projectRepositoriesQuery, type Repository, type SettingsToSend } from '~/api/svn';
import type { PageHandle, PageLoaderArgs } from '~/lib/page';
import { paths } from '~/paths';
import { Button } from '~/ui/button/Button';
import { Grid } from '~/ui/grid/Grid';
import type { GridColumn } from '~/ui/grid/gridColumn';
import { NARROW, useMedia } from '~/ui/grid/useMedia';
import { LeaveGuard } from '~/ui/overlay/LeaveGuard';
import { PageHead } from '~/ui/page/PageHead';
import { Banner } from '~/ui/show/Banner';
import { EmptyState } from '~/ui/show/EmptyState';
import { NewRepositoryDialog } from './create/NewRepositoryDialog';
import { useNewRepository } from './create/useNewRepository';
import './svn.css';

export async function loader({ params, queryClient }: PageLoaderArgs) {
  const id = Number(params.id);
  const [project] = await Promise.all([
    queryClient.ensureQueryData(projectQuery(id)),
    queryClient.ensureQueryData(projectRepositoriesQuery(id)),
  ]);
  return { project };
}

export const handle: PageHandle<Awaited<ReturnType<typeof loader>>> = {
  title: () => 'SVN repositories',
  crumbs: ({ project: { id, label } }) => [
    { label: 'Projects', to: paths.projects() },
    { label, to: paths.project(id) },
    { label: 'SVN' },
  ],
  project: ({ project: { id, label } }) => ({ id, label }),
};

const columns: GridColumn<Repository>[] = [
  { id: 'id', header: '#', width: 60, cell: ({ id }) => id, sortKey: ({ id }) => id },
  {
    id: 'name',
    header: 'Name',
    width: 140,
    grow: 1,
    cell: ({ name }) => <span className="clip svn-name">{name}</span>,
    sortKey: ({ name }) => name,
  },
];

const address: GridColumn<Repository> = {
  id: 'address',
  header: 'Address',
  width: 240,
  grow: 2,
  cell: ({ svn_url }) => <code className="clip soft">{svn_url}</code>,
};

const wideColumns = [...columns, address];

const deletedSchema = z.object({ deleted: z.string() });

/** Says that a repository is gone, for whoever comes from deleting it. */
function DeletedNotice() {
  const state = z.safeParse(deletedSchema, useLocation().state);
  return (
    <div role="status">
      {state.success ? (
        <div className="svn-list-notice">
          <Banner tone="success">
            {state.data.deleted} is deleted. Its name stays taken in this project.
          </Banner>
        </div>
      ) : null}
    </div>
  );
}

/** `/projects/:id/svn` */
export function Component() {
  const id = Number(useParams().id);
  return <Repositories key={id} projectId={id} />;
}

function Repositories({ projectId }: { projectId: number }) {
  const navigate = useNavigate();
  const { key } = useLocation();
  const isNarrow = useMedia(NARROW);
  const [isOpen, setIsOpen] = useState(false);
  const { data: project } = useSuspenseQuery(projectQuery(projectId));
  const { data: repositories } = useSuspenseQuery(projectRepositoriesQuery(projectId));
  const names = repositories.map(({ name }) => name);
  const [made, setMade] = useState<{ id: number; created: SettingsToSend | null }>();
  const making = useNewRepository(projectId, names, ({ id }, created) => {
    setIsOpen(false);
    setMade({ id, created });
  });
  // Once the draft is empty, so that nothing asks on the way to the new repository.
  useEffect(() => {
    if (made)
      void navigate(paths.svn(made.id), { state: made.created && { created: made.created } });
  }, [made, navigate]);
  const add = (
    <Button
      variant="primary"
      icon={<Plus size={16} strokeWidth={1.75} aria-hidden="true" />}
      onClick={() => setIsOpen(true)}
    >
      New repository
    </Button>
  );
  return (
    <div className="page-fill svn-list">
      <PageHead count={repositories.length} actions={add} />
      <DeletedNotice />
      <Grid
        label="SVN repositories"
        columns={isNarrow ? columns : wideColumns}
        rows={repositories}
        rowId={(repository) => String(repository.id)}
        rowHref={(repository) => paths.svn(repository.id)}
        memoryKey={key}
        empty={
          <EmptyState
            icon={<GitBranch size={24} strokeWidth={1.5} aria-hidden="true" />}
            title="No repository yet"
            action={<Button onClick={() => setIsOpen(true)}>Create the first one</Button>}
          >
            A repository keeps files and their history with Subversion. SVN administrators of the
            project may create one.
          </EmptyState>
        }
      />
      {isOpen ? (
        <NewRepositoryDialog state={making} project={project} onClose={() => setIsOpen(false)} />
      ) : null}
      <LeaveGuard isAtRisk={making.isDirty} title="Leave the new repository behind?">
        <p>What you typed for {making.name || 'it'} would be lost.</p>
      </LeaveGuard>
    </div>
  );
}
