import type { Project } from '~/api/projects';
import type { GridColumn } from '~/ui/grid/gridColumn';
import { type KnownRights, myRights } from './rights';
import { Visibility, visibilityWord } from './Visibility';

const id: GridColumn<Project> = {
  id: 'id',
  header: '#',
  width: 64,
  cell: (project) => project.id,
  sortKey: (project) => project.id,
};

const label: GridColumn<Project> = {
  id: 'label',
  header: 'Project',
  width: 200,
  grow: 2,
  cell: (project) => (
    <span className="clip project-name">
      {project.icon ? `${project.icon} ` : ''}
      {project.label_without_icon}
    </span>
  ),
  sortKey: (project) => project.label_without_icon,
};

const visibility: GridColumn<Project> = {
  id: 'visibility',
  header: 'Visibility',
  width: 172,
  cell: ({ access }) => <Visibility access={access} />,
  sortKey: ({ access }) => visibilityWord(access),
};

/** The columns of the table of projects; a narrow screen gets those that tell projects apart. */
export function projectColumns(rights: KnownRights, isNarrow: boolean): GridColumn<Project>[] {
  if (isNarrow) {
    return [
      { ...id, width: 60 },
      { ...label, width: 140 },
      { ...visibility, width: 96, cell: ({ access }) => <Visibility access={access} isShort /> },
    ];
  }
  return [
    id,
    label,
    {
      id: 'shortname',
      header: 'Short name',
      width: 160,
      cell: ({ shortname }) => <span className="clip soft">{shortname}</span>,
      sortKey: ({ shortname }) => shortname,
    },
    visibility,
    {
      id: 'rights',
      header: 'My rights',
      width: 116,
      cell: (project) => myRights(project, rights),
      sortKey: (project) => myRights(project, rights) || null,
    },
    {
      id: 'description',
      header: 'Description',
      width: 200,
      grow: 3,
      cell: ({ description }) => <span className="clip soft">{description}</span>,
    },
  ];
}
