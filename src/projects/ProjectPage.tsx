import { useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from 'react-router-dom';
import { type Project, projectQuery } from '~/api/projects';
import { projectRepositoriesQuery } from '~/api/svn';
import { projectTrackersQuery } from '~/api/trackers';
import { projectUserGroupsQuery } from '~/api/userGroups';
import type { PageHandle, PageLoaderArgs } from '~/lib/page';
import { paths } from '~/paths';
import { PageHead } from '~/ui/page/PageHead';
import { Badge } from '~/ui/show/Badge';
import { EmptyState } from '~/ui/show/EmptyState';
import { ProjectPanel } from './ProjectPanel';
import { GroupList, RepositoryList, TrackerList } from './projectLists';
import { Visibility } from './Visibility';
import './project.css';

/** True when the project lists this sub-collection: its self-description decides what there is to show. */
function offers(project: Project, type: string): boolean {
  return project.resources.some((resource) => resource.type === type);
}

/** Waits for the project alone; what it lists is asked for at once and shows itself when it comes. */
export async function loader({ params, queryClient }: PageLoaderArgs) {
  const id = Number(params.id);
  const project = await queryClient.ensureQueryData(projectQuery(id));
  if (offers(project, 'trackers')) void queryClient.prefetchQuery(projectTrackersQuery(id));
  if (offers(project, 'svn')) void queryClient.prefetchQuery(projectRepositoriesQuery(id));
  if (offers(project, 'user_groups')) void queryClient.prefetchQuery(projectUserGroupsQuery(id));
  return { project };
}

export const handle: PageHandle<Awaited<ReturnType<typeof loader>>> = {
  title: ({ project }) => project.label,
  crumbs: ({ project }) => [{ label: 'Projects', to: paths.projects() }, { label: project.label }],
  project: ({ project }) => ({ id: project.id, label: project.label }),
  recent: 'project',
};

function About({ project }: { project: Project }) {
  const facts = project.additional_fields.filter(({ value }) => value.trim() !== '');
  if (project.description.trim() === '' && facts.length === 0) return null;
  return (
    <div className="project-about">
      {project.description.trim() === '' ? null : <p>{project.description}</p>}
      {facts.length === 0 ? null : (
        <dl>
          {facts.map(({ name, value }, index) => (
            // Two fields of a site may have one name.
            <div key={String(index)}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  );
}

export function Component() {
  const id = Number(useParams().id);
  const { data: project } = useSuspenseQuery(projectQuery(id));
  const hasNothing = !['trackers', 'svn', 'user_groups'].some((type) => offers(project, type));
  return (
    <>
      <PageHead
        title={project.label}
        facts={[
          `#${project.id}`,
          project.shortname,
          <Visibility key="visibility" access={project.access} />,
          ...(project.is_member_of ? ['You are a member'] : []),
          ...(project.is_template ? ['Template'] : []),
          ...(project.status && project.status !== 'active'
            ? [
                <Badge key="status" tone="warning">
                  {project.status}
                </Badge>,
              ]
            : []),
        ]}
      />
      <div className="page-body project">
        <About project={project} />
        {hasNothing ? (
          <EmptyState title="This project lists no trackers, repositories or user groups">
            Its services are switched off, or your account may not see them.
          </EmptyState>
        ) : null}
        <div className="project-panels" key={id}>
          {offers(project, 'trackers') ? (
            <ProjectPanel id="trackers" title="Trackers" query={projectTrackersQuery(id)}>
              {(trackers) => <TrackerList trackers={trackers} />}
            </ProjectPanel>
          ) : null}
          <div className="project-side">
            {offers(project, 'svn') ? (
              <ProjectPanel id="svn" title="SVN repositories" query={projectRepositoriesQuery(id)}>
                {(repositories) => <RepositoryList repositories={repositories} />}
              </ProjectPanel>
            ) : null}
            {offers(project, 'user_groups') ? (
              <ProjectPanel id="groups" title="User groups" query={projectUserGroupsQuery(id)}>
                {(groups) => <GroupList groups={groups} />}
              </ProjectPanel>
            ) : null}
          </div>
        </div>
      </div>
    </>
  );
}
