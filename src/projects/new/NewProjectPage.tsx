import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useNavigate } from 'react-router-dom';
import { hasStatus } from '~/api/error';
import { explain } from '~/api/explain';
import { checkNewProjectWrite, createProjectWrite } from '~/api/newProject/createProject';
import { type ProjectField, projectFieldsQuery } from '~/api/newProject/projectFields';
import { projectsQuery } from '~/api/projects';
import type { PageHandle, PageLoaderArgs } from '~/lib/page';
import { paths } from '~/paths';
import { ShowRequest } from '~/requests/ShowRequest';
import { Button } from '~/ui/button/Button';
import { LinkButton } from '~/ui/button/LinkButton';
import { FormBar } from '~/ui/form/FormBar';
import { LeaveGuard } from '~/ui/overlay/LeaveGuard';
import { PageHead } from '~/ui/page/PageHead';
import { Banner } from '~/ui/show/Banner';
import { EmptyState } from '~/ui/show/EmptyState';
import { ErrorPanel } from '~/ui/show/ErrorPanel';
import { Skeleton } from '~/ui/show/Skeleton';
import { isSaveKey, isUnderDialog, useKeydown } from '~/ui/useKeydown';
import type { MakeStep } from './makeProject';
import { ProjectFormFields } from './ProjectFormFields';
import { ProjectProblems } from './ProjectProblems';
import { type NewProjectState, useNewProject } from './useNewProject';
import './new-project.css';
import { sentence } from '~/lib/words/sentence';

/** Starts what the form needs; each part says by itself when it fails. */
export function loader({ queryClient }: PageLoaderArgs) {
  void queryClient.prefetchQuery(projectFieldsQuery());
  void queryClient.prefetchQuery(projectsQuery('all'));
  void queryClient.prefetchQuery(projectsQuery('admin'));
  return {};
}

export const handle: PageHandle = {
  title: () => 'New project',
  crumbs: () => [{ label: 'Projects', to: paths.projects() }, { label: 'New project' }],
};

const stepWords: Record<MakeStep, string> = {
  checking: 'Asking whether it can be created…',
  creating: 'Creating…',
  reading: 'Created. Opening it…',
  searching: 'No clear answer came. Looking whether it was created…',
};

const searchWords = {
  nameTaken:
    'No such project can be seen, but its short name is taken now: it probably was created and waits for the approval of a site administrator.',
  notFound:
    'It was not there just now. Create it again; nothing is made twice, as the short name is unique.',
  failed: 'Looking for it failed as well. What you typed is kept.',
};

/** How the last try ended, when it made nothing. */
function Outcome({ state }: { state: NewProjectState }) {
  const { making, problems, step } = state;
  const made = step === null ? making.data : undefined;
  if (step === null && making.error) return <ErrorPanel words={explain(making.error)} />;
  if (made?.kind === 'unknown') {
    return (
      <Banner tone="warning" role="alert">
        <strong>It is not known whether the project was created.</strong>{' '}
        {sentence(made.error.message)} {searchWords[made.search]}
      </Banner>
    );
  }
  const isSaid = problems.byControl.size > 0 || problems.rest.length > 0;
  return made?.kind === 'refused' && !isSaid ? (
    <ErrorPanel words={explain(made.error, 'create the project')} onRetry={state.make} />
  ) : null;
}

/** It was made and cannot be read yet. */
function Waiting({ label, isCertain }: { label: string; isCertain: boolean }) {
  return (
    <EmptyState
      title={isCertain ? `${label} waits for approval` : `${label} was created`}
      action={<LinkButton to={paths.projects()}>To the projects</LinkButton>}
    >
      {isCertain
        ? 'It was created. A site administrator has to approve it before it can be opened.'
        : 'It could not be read yet: it may wait for the approval of a site administrator.'}
    </EmptyState>
  );
}

function NewProjectForm({ fields }: { fields: readonly ProjectField[] }) {
  const navigate = useNavigate();
  const state = useNewProject(fields);
  const { made, step, isDirty } = state;
  const openId = made?.isPending === false ? made.project.id : undefined;
  // Once the draft is empty, so that nothing asks on the way.
  useEffect(() => {
    if (openId !== undefined) void navigate(paths.project(openId));
  }, [openId, navigate]);
  useKeydown((event) => {
    if (!isSaveKey(event) || isUnderDialog()) return;
    event.preventDefault();
    state.make();
  });
  if (made && openId === undefined) {
    return <Waiting label={made.project.label} isCertain={made.isPending === true} />;
  }
  return (
    <>
      <div className="page-body page-read new-project-body">
        <Outcome state={state} />
        <ProjectProblems problems={state.problems} fields={fields} />
        <ProjectFormFields state={state} fields={fields} />
      </div>
      <FormBar
        actions={
          <>
            <ShowRequest
              plan={() =>
                state.wanted
                  ? [checkNewProjectWrite(state.wanted), createProjectWrite(state.wanted)]
                  : []
              }
              empty="Something required is missing or not right yet, so nothing can be sent."
              note="The first asks whether it could be made; the second makes it."
            />
            <LinkButton variant="quiet" to={paths.projects()}>
              Cancel
            </LinkButton>
            <Button variant="primary" keys="Ctrl ↵" isPending={step !== null} onClick={state.make}>
              Create project
            </Button>
          </>
        }
      >
        <span role="status">{step === null ? '' : stepWords[step]}</span>
      </FormBar>
      <LeaveGuard isAtRisk={isDirty} title="Leave the new project behind?">
        <p>What you typed here would be lost.</p>
      </LeaveGuard>
    </>
  );
}

function Body() {
  // The loader has just asked: an error it met is shown, not asked for again.
  const fields = useQuery({ ...projectFieldsQuery(), retryOnMount: false });
  if (hasStatus(fields.error, 403)) {
    return (
      <EmptyState
        title="Only site administrators can create projects here"
        action={<LinkButton to={paths.projects()}>To the projects</LinkButton>}
      >
        This server has closed the creation of projects for everybody else. Ask a site administrator
        for a new project.
      </EmptyState>
    );
  }
  if (fields.isPending) {
    return (
      <div className="page-body page-read">
        <Skeleton lines={6} height={56} />
      </div>
    );
  }
  return (
    <>
      {fields.error ? (
        <div className="page-body page-read new-project-fields-error">
          <ErrorPanel
            words={explain(fields.error, 'read what this server asks of every project')}
            onRetry={() => void fields.refetch()}
            isRetrying={fields.isFetching}
          />
        </div>
      ) : null}
      <NewProjectForm fields={fields.data ?? []} />
    </>
  );
}

/** `/projects/new` */
export function Component() {
  return (
    <div className="new-project">
      <PageHead />
      <Body />
    </div>
  );
}
