import { noBody, request } from '../client';
import { type Project, projectSchema, projectsSchema } from '../projects';
import { type PlannedWrite, send } from '../requests/write';

// Types

/** What a project starts from: a project, or one of the templates that Tuleap brings (projects.md §3). */
export type TemplateChoice = { kind: 'project'; id: number } | { kind: 'xml'; name: string };

/** A project to make. */
export interface NewProject {
  shortname: string;
  label: string;
  description: string;
  isPublic: boolean;
  /** Null leaves it out: only platforms with restricted users know it. */
  allowsRestricted: boolean | null;
  template: TemplateChoice;
  categories: readonly { category_id: number; value_id: number }[];
  fields: readonly { field_id: number; value: string }[];
}

// Writes

function bodyOf(project: NewProject) {
  const { shortname, label, description, template, allowsRestricted, categories, fields } = project;
  return {
    shortname,
    label,
    is_public: project.isPublic,
    ...(description === '' ? {} : { description }),
    ...(allowsRestricted === null ? {} : { allow_restricted: allowsRestricted }),
    ...(template.kind === 'project'
      ? { template_id: template.id }
      : { xml_template_name: template.name }),
    ...(categories.length === 0 ? {} : { categories }),
    ...(fields.length === 0 ? {} : { fields }),
  };
}

/** What `checkNewProject` sends. */
export function checkNewProjectWrite(project: NewProject): PlannedWrite<undefined> {
  const query = { dry_run: true };
  return {
    method: 'POST',
    path: 'projects',
    query,
    body: bodyOf(project),
    about: null,
    schema: noBody,
  };
}

/** Asks whether the project could be made, without making it; 400 with every problem at once (projects/51, 58). */
export async function checkNewProject(project: NewProject): Promise<void> {
  await send(checkNewProjectWrite(project));
}

/** What `createProject` sends. */
export function createProjectWrite(project: NewProject): PlannedWrite<Project> {
  const { label, shortname } = project;
  const changes = [
    { label: 'Name', before: '', after: label },
    { label: 'Short name', before: '', after: shortname },
  ];
  const about = { name: `Project ${label}`, changes };
  return { method: 'POST', path: 'projects', body: bodyOf(project), about, schema: projectSchema };
}

/**
 * Makes the project. Its `status` is `pending` even when it is active at once (projects/52–55); 403 when only site
 * administrators may, 429 when too many wait, 400 with the first problem.
 */
export async function createProject(project: NewProject): Promise<Project> {
  return (await send(createProjectWrite(project))).data;
}

/** The active project of exactly this short name, past the cache; undefined when there is none to be seen. */
export async function findProject(shortname: string): Promise<Project | undefined> {
  const query = { query: JSON.stringify({ shortname }) };
  return (await request('GET', 'projects', projectsSchema, { query })).data[0];
}

/** A project past the cache. 404 also while it waits for approval (projects.md §4). */
export async function readProject(id: number): Promise<Project> {
  return (await request('GET', `projects/${id}`, projectSchema)).data;
}
