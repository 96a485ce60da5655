import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useLocation, useNavigation, useNavigationType, useSearchParams } from 'react-router-dom';
import * as z from 'zod/mini';
import { type ProjectsScope, projectsQuery } from '~/api/projects';
import type { PageHandle, PageLoaderArgs } from '~/lib/page';
import { readSearch, withSearch } from '~/lib/searchParams';
import { paths } from '~/paths';
import { LinkButton } from '~/ui/button/LinkButton';
import { SearchField } from '~/ui/form/SearchField';
import { Segments } from '~/ui/form/Segments';
import type { GridSort } from '~/ui/grid/gridColumn';
import { readSort, writeSort } from '~/ui/grid/sortParam';
import { PageHead } from '~/ui/page/PageHead';
import { LoadingBar } from '~/ui/show/LoadingBar';
import { Skeleton } from '~/ui/show/Skeleton';
import { isPlainKey, useKeydown } from '~/ui/useKeydown';
import { Panel } from './Panel';
import { ProjectTable } from './ProjectTable';
import { searchable, searchProjects } from './searchProjects';
import './projects.css';

const searchSchema = z.object({
  q: z.catch(z.string(), ''),
  scope: z.catch(z.enum(['all', 'member', 'admin', 'trackerAdmin']), 'all'),
  sort: z.catch(z.string(), 'label:asc'),
});

/** Starts the list; the page shows itself at once and the rows when they are there. */
export function loader({ request, queryClient }: PageLoaderArgs) {
  const { scope } = readSearch(searchSchema, new URL(request.url).searchParams);
  void queryClient.prefetchQuery(projectsQuery(scope));
  return {};
}

export const handle: PageHandle = {
  title: () => 'Projects',
};

/** Read in several places: what failed is shown in one of them and tried again there, not by all of them at once. */
function listOf(scope: ProjectsScope) {
  return { ...projectsQuery(scope), retryOnMount: false };
}

/** Counts appear as they become known; what a person is a member of stands in every project. */
function useScopes() {
  const all = useQuery(listOf('all')).data;
  const admin = useQuery(listOf('admin')).data;
  const trackerAdmin = useQuery(listOf('trackerAdmin')).data;
  const member = all?.filter((project) => project.is_member_of);
  return [
    { value: 'all', label: 'All', count: all?.length },
    { value: 'member', label: 'I am a member', count: member?.length },
    { value: 'admin', label: 'I am an admin', count: admin?.length },
    { value: 'trackerAdmin', label: 'I administer trackers', count: trackerAdmin?.length },
  ] satisfies { value: ProjectsScope; label: string; count: number | undefined }[];
}

/** What is typed, at once; the address follows a moment later. Back, Forward and links set it anew. */
function useTyped(q: string, write: (q: string) => void): [string, (text: string) => void] {
  const { key, pathname } = useLocation();
  const { location: next } = useNavigation();
  const isLeaving = next !== undefined && next.pathname !== pathname;
  const isOwnWrite = useNavigationType() === 'REPLACE';
  const [typed, setTyped] = useState(q);
  const [entry, setEntry] = useState(key);
  const pending = useRef<ReturnType<typeof setTimeout>>(undefined);
  if (entry !== key) {
    setEntry(key);
    if (!isOwnWrite) setTyped(q);
  }
  useEffect(() => () => clearTimeout(pending.current), []);
  // Written now, the address would call the way to another page off.
  useEffect(() => {
    if (isLeaving) clearTimeout(pending.current);
  }, [isLeaving]);
  return [
    typed,
    (text) => {
      setTyped(text);
      clearTimeout(pending.current);
      pending.current = setTimeout(write, 300, text);
    },
  ];
}

/** How many of the loaded projects are shown; announced when it changes. */
function Count({ scope, typed }: { scope: ProjectsScope; typed: string }) {
  const { data } = useQuery(listOf(scope));
  const prepared = useMemo(() => (data ? searchable(data) : undefined), [data]);
  if (!prepared) return null;
  const found = searchProjects(prepared, typed).length;
  return (
    <p className="projects-count" role="status">
      {typed.trim() === ''
        ? `All ${prepared.length} loaded`
        : `${found} of ${prepared.length} match`}
    </p>
  );
}

export function Component() {
  const [params, setParams] = useSearchParams();
  const search = readSearch(searchSchema, params);
  const change = (changes: Record<string, string>) =>
    setParams((now) => withSearch(now, changes), { replace: true });
  const [typed, setTyped] = useTyped(search.q, (q) => change({ q }));
  const scopes = useScopes();
  const box = useRef<HTMLDivElement>(null);
  useKeydown((event) => {
    if (event.key !== '/' || !isPlainKey(event)) return;
    event.preventDefault();
    box.current?.querySelector('input')?.focus();
  });
  const setScope = (scope: ProjectsScope) => change({ scope: scope === 'all' ? '' : scope });
  const setSort = (sort: GridSort | null) => change({ sort: writeSort(sort) || 'none' });
  const total = scopes[0]?.count;
  const here = scopes.find(({ value }) => value === search.scope)?.count;
  return (
    <div className="page-fill projects">
      <PageHead
        count={
          total === undefined || here === undefined
            ? null
            : here === total
              ? total
              : `${here} of ${total}`
        }
        actions={<LinkButton to={paths.newProject()}>New project</LinkButton>}
      >
        <div className="projects-bar" ref={box}>
          <SearchField
            label="Name, short name or number"
            keys="/"
            value={typed}
            onChange={setTyped}
          />
          <Segments
            label="Which projects"
            value={search.scope}
            onChange={setScope}
            segments={scopes}
          />
          <Count scope={search.scope} typed={typed} />
        </div>
      </PageHead>
      <div className="projects-table">
        <Panel
          query={{ ...projectsQuery(search.scope), placeholderData: keepPreviousData }}
          fallback={<Skeleton lines={14} />}
        >
          {(projects, isOld) => (
            <>
              {isOld ? <LoadingBar label="Loading projects" place="panel" /> : null}
              <ProjectTable
                projects={projects}
                scope={search.scope}
                typed={typed}
                sort={readSort(search.sort)}
                onSort={setSort}
                onClear={() => setTyped('')}
                onShowAll={() => setScope('all')}
              />
            </>
          )}
        </Panel>
      </div>
    </div>
  );
}
