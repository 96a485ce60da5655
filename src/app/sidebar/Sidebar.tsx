import { LayoutGrid, PanelLeftClose, PanelLeftOpen, Stethoscope, UserRound, X } from 'lucide-react';
import { Suspense, useEffect, useRef } from 'react';
import type { Session } from '~/api/session';
import { paths } from '~/paths';
import { IconButton } from '~/ui/button/IconButton';
import { latePart } from '~/ui/latePart';
import { AccountFace } from './AccountFace';
import { SidebarLink } from './SidebarLink';
import './sidebar.css';

// The trackers' schemas are large and only pages inside a project need them.
const ProjectPlaces = latePart(async () => (await import('./ProjectPlaces')).ProjectPlaces);

/** Until the menu is there, and where it cannot be fetched: a face without hands. */
function AccountFaceAlone({ session }: { session: Session }) {
  return (
    <span className="button side-account">
      <AccountFace session={session} />
    </span>
  );
}

// The menu comes right after the page it stands beside.
const AccountMenu = latePart(
  async () => (await import('./AccountMenu')).AccountMenu,
  AccountFaceAlone,
);

// Few deployments have one, and nothing of the first screen needs it.
const BlueprintPlace = latePart(async () => (await import('./BlueprintPlace')).BlueprintPlace);

// The log's own chunk: it counts what has left, so it may come after the page.
const RequestsButton = latePart(async () => (await import('./RequestsButton')).RequestsButton);

// What was visited is read from the browser; the page does not wait for that.
const RecentPlaces = latePart(async () => (await import('./RecentPlaces')).RecentPlaces);

// The drafts are asked of the browser; the page does not wait for that.
const DraftsPlace = latePart(async () => (await import('./DraftsPlace')).DraftsPlace);

interface SidebarProps {
  session: Session;
  project: { id: number; label: string } | undefined;
  isFolded: boolean;
  isDrawer: boolean;
  onFold(isFolded: boolean): void;
  onClose(): void;
  onRequests(): void;
}

/** Left of every page: server and person, projects, the current project's places, what was visited. */
export function Sidebar(props: SidebarProps) {
  const { session, project, isFolded, isDrawer, onFold, onClose, onRequests } = props;
  const Fold = isFolded ? PanelLeftOpen : PanelLeftClose;
  const aside = useRef<HTMLElement>(null);
  useEffect(() => {
    if (isDrawer) aside.current?.querySelector<HTMLElement>('button, a')?.focus();
  }, [isDrawer]);
  return (
    <>
      {isDrawer ? (
        <button
          type="button"
          className="side-scrim"
          aria-label="Close the menu"
          onClick={onClose}
        />
      ) : null}
      <aside ref={aside} id="sidebar" className="side no-print">
        <div className="side-head">
          <Suspense fallback={<AccountFaceAlone session={session} />}>
            <AccountMenu session={session} isFolded={isFolded && !isDrawer} />
          </Suspense>
          <span className="side-close">
            <IconButton
              label="Close the menu"
              icon={<X size={16} strokeWidth={1.75} aria-hidden="true" />}
              onClick={onClose}
            />
          </span>
        </div>
        <nav className="side-nav" aria-label="Places">
          <SidebarLink
            to={paths.projects()}
            isExact
            icon={<LayoutGrid size={16} strokeWidth={1.75} aria-hidden="true" />}
          >
            Projects
          </SidebarLink>
          <Suspense>
            <BlueprintPlace />
          </Suspense>
          {project ? (
            <Suspense>
              <ProjectPlaces project={project} />
            </Suspense>
          ) : null}
          <Suspense>
            <RecentPlaces session={session} />
          </Suspense>
          <div className="side-group side-tools">
            <Suspense>
              <DraftsPlace />
            </Suspense>
            <SidebarLink
              to={paths.doctor()}
              isExact
              icon={<Stethoscope size={16} strokeWidth={1.75} aria-hidden="true" />}
            >
              Doctor
            </SidebarLink>
            <SidebarLink
              to={paths.account()}
              icon={<UserRound size={16} strokeWidth={1.75} aria-hidden="true" />}
            >
              Account
            </SidebarLink>
            <Suspense>
              <RequestsButton onOpen={onRequests} />
            </Suspense>
          </div>
        </nav>
        <div className="side-foot">
          <IconButton
            label={isFolded ? 'Unfold the sidebar' : 'Fold the sidebar'}
            icon={<Fold size={16} strokeWidth={1.75} aria-hidden="true" />}
            aria-expanded={!isFolded}
            aria-controls="sidebar"
            onClick={() => onFold(!isFolded)}
          />
        </div>
      </aside>
    </>
  );
}
