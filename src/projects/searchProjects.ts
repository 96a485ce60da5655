import type { Project } from '~/api/projects';

/** Small letters without accents: "Kundendatenbänke" is found by "kundendatenbanke". */
function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

export interface SearchableProject {
  project: Project;
  text: string;
}

/** Prepares projects for `searchProjects`, once per list: what is typed then costs only comparisons. */
export function searchable(projects: readonly Project[]): SearchableProject[] {
  return projects.map((project) => ({
    project,
    text: plain(`${project.label_without_icon} ${project.shortname}`),
  }));
}

/** The projects that hold every typed word in their label or short name, or whose id begins with the typed number. */
export function searchProjects(projects: readonly SearchableProject[], typed: string): Project[] {
  const words = plain(typed)
    .split(/\s+/)
    .filter((word) => word !== '');
  const number = /^\s*#?(\d+)\s*$/.exec(typed)?.[1];
  return projects
    .filter(
      ({ project, text }) =>
        words.every((word) => text.includes(word)) ||
        (number !== undefined && String(project.id).startsWith(number)),
    )
    .map(({ project }) => project);
}
