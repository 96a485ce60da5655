import { useQuery } from '@tanstack/react-query';
import { GitBranch, List, Users } from 'lucide-react';
import { projectQuery } from '~/api/projects';
import { projectRepositoriesQuery } from '~/api/svn';
import { projectTrackersQuery } from '~/api/trackers';
import { paths } from '~/paths';
import { SidebarLink } from './SidebarLink';

/**
 * The places of the project at hand, as the project itself announces them. What cannot be read is simply not listed
 * here: the page that needs it says why.
 */
export function ProjectPlaces({ project }: { project: { id: number; label: string } }) {
  const { data } = useQuery(projectQuery(project.id));
  const has = (type: string) => data?.resources.some((resource) => resource.type === type) ?? false;
  const trackers = useQuery({ ...projectTrackersQuery(project.id), enabled: has('trackers') });
  const repositories = useQuery({ ...projectRepositoriesQuery(project.id), enabled: has('svn') });
  const home = paths.project(project.id);
  return (
    <div className="side-group">
      <h2 className="side-title clip">{project.label}</h2>
      {has('trackers') || !data ? (
        <SidebarLink
          to={home}
          isExact
          icon={<List size={16} strokeWidth={1.75} aria-hidden="true" />}
        >
          Trackers
        </SidebarLink>
      ) : null}
      {trackers.data?.map((tracker) => (
        <SidebarLink key={tracker.id} to={paths.tracker(tracker.id)} isSub>
          {tracker.label}
        </SidebarLink>
      ))}
      {has('svn') ? (
        <SidebarLink
          to={paths.projectSvn(project.id)}
          isExact
          icon={<GitBranch size={16} strokeWidth={1.75} aria-hidden="true" />}
        >
          SVN
        </SidebarLink>
      ) : null}
      {repositories.data?.map((repository) => (
        <SidebarLink key={repository.id} to={paths.svn(repository.id)} isSub>
          {repository.name}
        </SidebarLink>
      ))}
      {has('user_groups') ? (
        <SidebarLink
          to={`${home}#groups`}
          icon={<Users size={16} strokeWidth={1.75} aria-hidden="true" />}
        >
          Groups
        </SidebarLink>
      ) : null}
    </div>
  );
}
