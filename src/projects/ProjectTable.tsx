import { useQuery } from '@tanstack/react-query';
import { FolderSearch } from 'lucide-react';
import { useMemo } from 'react';
import { useLocation } from 'react-router-dom';
import { type Project, type ProjectsScope, projectsQuery } from '~/api/projects';
import { paths } from '~/paths';
import { Button } from '~/ui/button/Button';
import { Grid } from '~/ui/grid/Grid';
import type { GridSort } from '~/ui/grid/gridColumn';
import { sortRows } from '~/ui/grid/sortRows';
import { NARROW, useMedia } from '~/ui/grid/useMedia';
import { EmptyState } from '~/ui/show/EmptyState';
import { projectColumns } from './projectColumns';
import { searchable, searchProjects } from './searchProjects';

interface TableProps {
  projects: readonly Project[];
  scope: ProjectsScope;
  typed: string;
  sort: GridSort | null;
  onSort(sort: GridSort | null): void;
  onClear(): void;
  onShowAll(): void;
}

const rowId = ({ id }: Project) => String(id);

const emptyScope: Record<ProjectsScope, string> = {
  all: 'There is no project that you may see.',
  member: 'You are not a member of any project.',
  admin: 'You do not administer any project.',
  trackerAdmin: 'You do not administer any tracker.',
};

function useRights() {
  const ids = (projects: readonly { id: number }[]) => new Set(projects.map(({ id }) => id));
  const admin = useQuery({ ...projectsQuery('admin'), select: ids }).data;
  const trackerAdmin = useQuery({ ...projectsQuery('trackerAdmin'), select: ids }).data;
  return useMemo(() => ({ admin, trackerAdmin }), [admin, trackerAdmin]);
}

/** The projects of one scope that match what is typed, all of them loaded. */
export function ProjectTable(props: TableProps) {
  const { projects, scope, typed, sort, onSort, onClear, onShowAll } = props;
  const rights = useRights();
  const isNarrow = useMedia(NARROW);
  const { key } = useLocation();
  const columns = useMemo(() => projectColumns(rights, isNarrow), [rights, isNarrow]);
  const prepared = useMemo(() => searchable(projects), [projects]);
  const found = useMemo(() => searchProjects(prepared, typed), [prepared, typed]);
  const rows = useMemo(() => sortRows(found, columns, sort), [found, columns, sort]);
  const isFiltered = typed.trim() !== '';
  return (
    <Grid
      label="Projects"
      columns={columns}
      rows={rows}
      rowId={rowId}
      rowHref={({ id }) => paths.project(id)}
      sort={sort}
      onSort={onSort}
      memoryKey={key}
      empty={
        <EmptyState
          icon={<FolderSearch size={24} strokeWidth={1.5} aria-hidden="true" />}
          title={isFiltered ? `No project matches “${typed.trim()}”` : emptyScope[scope]}
          action={
            isFiltered ? (
              <Button onClick={onClear}>Clear the search</Button>
            ) : scope === 'all' ? null : (
              <Button onClick={onShowAll}>Show all projects</Button>
            )
          }
        >
          {isFiltered
            ? 'The search looks at names, short names and numbers.'
            : 'Projects appear here as soon as you are given access to them.'}
        </EmptyState>
      }
    />
  );
}
