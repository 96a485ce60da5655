/** `POST /projects`: the rules for names and templates, all at once with `dry_run` (recordings projects/51–60, 71). */
import { booleanParam, json, problem, refuse, translatedProblem } from '../http';
import type { Call, SandboxProject, World } from '../model';
import { projectAccess, type Viewer, viewerOf } from '../tracker/access';
import { projectGroups } from './groups';
import { fullProject, mayAdminister } from './projectShapes';
import { boolean, type Fields, isFields, text } from './validate';

const XML_TEMPLATES = ['agile_alm', 'empty', 'issues', 'kanban', 'scrum'];
const RESERVED = ['www', 'www1', 'docs', 'cvs', 'svn', 'admin', 'root', 'projects', 'dummy'];

interface NewProject {
  shortname: string;
  label: string;
  description: string;
  isPublic: boolean;
  allowsRestricted: boolean | null;
  fields: Fields;
}

/** First broken rule of a short name, in the server's order; nothing when it is good. */
function shortnameFault(world: World, name: string): string | undefined {
  const isTaken =
    [...world.projects.values()].some((project) => project.shortname === name.toLowerCase()) ||
    world.users.some((user) => user.username === name.toLowerCase());
  const rules: readonly [isBroken: boolean, text: string][] = [
    [/\s/.test(name), 'There cannot be any spaces in the short name.'],
    [!/^[A-Za-z0-9]/.test(name), 'Short name must start with an alphanumeric character.'],
    [name.length < 3, 'Name is too short. It must be at least 3 characters.'],
    [name.length > 30, 'Name is too long. It must be less than 30 characters.'],
    [!/^[A-Za-z0-9-]+$/.test(name), 'Illegal character in name.'],
    [/^\d+$/.test(name), 'Short name must contain at least one non numeric character.'],
    [RESERVED.includes(name.toLowerCase()), 'Name is reserved.'],
    [isTaken, 'Short name already exists'],
  ];
  return rules.find(([isBroken]) => isBroken)?.[1];
}

function labelFault(label: string): string | undefined {
  if (label.length < 3) return 'Name is too short. It must be at least 3 characters.';
  return label.length > 40 ? 'Name is too long. It must be less than 40 characters.' : undefined;
}

/** Only one of these is told, and alone: the rest of the data cannot be judged without a template. */
function templateFault(viewer: Viewer, fields: Fields): string | undefined {
  const { template_id: id, xml_template_name: xml } = fields;
  if (id === undefined || id === null) {
    if (xml === undefined || xml === null) {
      return 'Impossible to build Project data creation: no template_id, xml_template_name or from_archive';
    }
    return XML_TEMPLATES.includes(String(xml)) ? undefined : `Template ${xml} is not valid`;
  }
  const template = viewer.world.projects.get(Number(id));
  if (template?.status !== 'active') return `Template #${id} is not valid`;
  if (projectAccess(viewer, template.id) !== 'yes') {
    return `Template ${id} is not valid: you don't have the permission to the access the project.`;
  }
  const mayUse = template.isTemplate || mayAdminister(viewer, template);
  return mayUse
    ? undefined
    : `User #${viewer.user?.id} is not administrator of project #${template.id}`;
}

function faultsOf(viewer: Viewer, wanted: NewProject): string[] {
  const template = templateFault(viewer, wanted.fields);
  if (template !== undefined) return [template];
  const shortname = shortnameFault(viewer.world, wanted.shortname);
  const label = labelFault(wanted.label);
  return [
    ...(shortname ? [`Project shortname is invalid. The reason is: ${shortname}`] : []),
    ...(label ? [`Project fullname is invalid. The reason is: ${label}`] : []),
  ];
}

function read(call: Call): NewProject {
  const fields = isFields(call.body) ? call.body : {};
  const path = 'post_representation';
  const { description, allow_restricted: restricted } = fields;
  return {
    shortname: text(fields, 'shortname', path),
    label: text(fields, 'label', path),
    isPublic: boolean(fields, 'is_public', path),
    description: typeof description === 'string' ? description : '',
    allowsRestricted: typeof restricted === 'boolean' ? restricted : null,
    fields,
  };
}

function accessOf({ isPublic, allowsRestricted }: NewProject): SandboxProject['access'] {
  if (isPublic) return allowsRestricted ? 'unrestricted' : 'public';
  return allowsRestricted === false ? 'private-wo-restr' : 'private';
}

function fieldValues({ fields }: NewProject): Record<number, string> {
  const given = Array.isArray(fields.fields) ? fields.fields : [];
  return Object.fromEntries(
    given.filter(isFields).map(({ field_id, value }) => [Number(field_id), String(value ?? '')]),
  );
}

function add(viewer: Viewer, wanted: NewProject): SandboxProject {
  const { world, user } = viewer;
  const id = world.nextId.project++;
  const people = user ? [user.id] : [];
  const project: SandboxProject = {
    id,
    label: wanted.label,
    shortname: wanted.shortname.toLowerCase(),
    description: wanted.description,
    icon: '',
    access: accessOf(wanted),
    status: 'active',
    isTemplate: false,
    services: [
      ...['trackers', 'svn', 'project_services', 'user_groups', 'phpwiki', 'heartbeats', 'labels'],
    ],
    groups: projectGroups(id, { members: people, admins: people }),
    fieldValues: fieldValues(wanted),
  };
  world.projects.set(id, project);
  return project;
}

/**
 * 201 with the project, called `pending` although it is active at once (projects/52); 204 for a good dry run, 400 with
 * every message for a bad one; 400 with the first message otherwise.
 */
export function createProject(call: Call): Response {
  const isDryRun = booleanParam(call, 'dry_run', false);
  const wanted = read(call);
  const viewer = viewerOf(call);
  if (isFields(wanted.fields.from_archive)) refuse(400, 'from_archive is not enabled');
  const faults = faultsOf(viewer, wanted);
  if (isDryRun) {
    return faults.length > 0 ? translatedProblem(400, faults) : json(undefined, { status: 204 });
  }
  if (faults[0] !== undefined) return problem(400, faults[0]);
  const project = add(viewer, wanted);
  return json({ ...fullProject(viewer, project), status: 'pending' }, { status: 201 });
}
