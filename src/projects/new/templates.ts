import type { TemplateChoice } from '~/api/newProject/createProject';
import type { Project } from '~/api/projects';
import type { Option } from '~/ui/pick/options';

/** What Tuleap brings along (projects.md §3); plugins may add more, which no route lists. */
const builtIn = [
  ['scrum', 'Scrum'],
  ['kanban', 'Kanban'],
  ['issues', 'Issues'],
  ['agile_alm', 'Agile ALM'],
  ['empty', 'Empty project'],
] as const;

function optionOf(project: Project, note: string): Option {
  return { value: `project ${project.id}`, label: project.label, note };
}

function byLabel(a: Project, b: Project): number {
  return a.label_without_icon.localeCompare(b.label_without_icon);
}

/**
 * What a person can start a project from: the platform's templates, what Tuleap brings, and the projects that the person
 * administers (projects.md §3, end).
 */
export function templateOptions(
  projects: readonly Project[],
  administered: readonly Project[],
): Option[] {
  const templates = projects.filter((project) => project.is_template).toSorted(byLabel);
  const own = administered.filter((project) => !project.is_template).toSorted(byLabel);
  return [
    ...templates.map((project) => optionOf(project, 'Template of this server')),
    ...builtIn.map(([name, label]) => ({
      value: `xml ${name}`,
      label,
      note: 'Comes with Tuleap',
    })),
    ...own.map((project) => optionOf(project, `#${project.id}, you administer it`)),
  ];
}

/** The choice behind an option's value; undefined for none. */
export function templateOf(value: string | null): TemplateChoice | undefined {
  const [kind, rest] = value?.split(' ') ?? [];
  if (rest === undefined) return undefined;
  return kind === 'xml' ? { kind: 'xml', name: rest } : { kind: 'project', id: Number(rest) };
}
