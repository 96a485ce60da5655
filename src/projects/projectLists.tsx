import { GitBranch, Users } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';
import type { Repository } from '~/api/svn';
import type { TrackerReference } from '~/api/trackers';
import type { MinimalUserGroup } from '~/api/userGroups';
import { paths } from '~/paths';
import { Swatch } from '~/ui/show/Dot';

function Nothing({ children }: { children: string }) {
  return <p className="project-nothing">{children}</p>;
}

function Line({ icon, children, note }: { icon: ReactNode; children: ReactNode; note: string }) {
  return (
    <>
      {icon}
      <span className="clip">{children}</span>
      <span className="project-note clip">{note}</span>
    </>
  );
}

/** The trackers of a project, by label, in their colours; each leads to its artifacts. */
export function TrackerList({ trackers }: { trackers: readonly TrackerReference[] }) {
  if (trackers.length === 0) return <Nothing>No tracker that you may see.</Nothing>;
  return (
    <ul className="project-list">
      {trackers.map((tracker) => (
        <li key={tracker.id}>
          <Link to={paths.tracker(tracker.id)} className="project-line">
            <Line icon={<Swatch color={tracker.color_name} />} note={`#${tracker.id}`}>
              {tracker.label}
            </Line>
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** The Subversion repositories of a project, by name; each leads to its settings. */
export function RepositoryList({ repositories }: { repositories: readonly Repository[] }) {
  if (repositories.length === 0) return <Nothing>No repository yet.</Nothing>;
  return (
    <ul className="project-list">
      {repositories.map((repository) => (
        <li key={repository.id}>
          <Link to={paths.svn(repository.id)} className="project-line">
            <Line
              icon={<GitBranch size={16} strokeWidth={1.75} aria-hidden="true" />}
              note={`#${repository.id}`}
            >
              {repository.name}
            </Line>
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** The user groups of a project: the role groups first, then its own. */
export function GroupList({ groups }: { groups: readonly MinimalUserGroup[] }) {
  if (groups.length === 0) return <Nothing>No user group that you may see.</Nothing>;
  return (
    <ul className="project-list">
      {groups.map((group) => (
        <li key={group.id} className="project-line">
          <Line
            icon={<Users size={16} strokeWidth={1.75} aria-hidden="true" />}
            note={group.short_name === group.label ? '' : group.short_name}
          >
            {group.label}
          </Line>
        </li>
      ))}
    </ul>
  );
}
