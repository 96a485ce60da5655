import { FileText, FolderKanban, GitBranch, List } from 'lucide-react';
import type { Session } from '~/api/session';
import { type Recent, useRecents } from '~/links/recent';
import { SidebarLink } from './SidebarLink';

const icons = { project: FolderKanban, tracker: List, artifact: FileText, svn: GitBranch };

/** Two artifacts may have one title: its number tells it apart. */
function nameOf({ kind, path, title }: Recent): string {
  return kind === 'artifact' ? `#${path.slice(path.lastIndexOf('/') + 1)} ${title}` : title;
}

/** What was visited last, by this person at this server. */
export function RecentPlaces({ session }: { session: Session }) {
  const recents = useRecents(session);
  if (recents.length === 0) return null;
  return (
    <div className="side-group side-recent">
      <h2 className="side-title">Recent</h2>
      {recents.map((place) => {
        const Icon = icons[place.kind];
        return (
          <SidebarLink
            key={place.path}
            to={place.path}
            isExact
            icon={<Icon size={16} strokeWidth={1.75} aria-hidden="true" />}
          >
            {nameOf(place)}
          </SidebarLink>
        );
      })}
    </div>
  );
}
