import type { OpenWorld } from '../../sandbox/doors/node';
import type { SandboxUser } from '../../sandbox/model';
import type { Recording } from '../recordings';
import { type Subjects, unknownId } from '../subjects';
import { ask, type Question } from './question';

type Json = Record<string, unknown>;

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function key(user: { accessKey: string }): Record<string, string> {
  return { 'X-Auth-AccessKey': user.accessKey };
}

/** A project that has repositories, with somebody who administers it. */
function home({ world }: OpenWorld, { admin }: Subjects): number {
  const administered = (id: number) =>
    world.projects
      .get(id)
      ?.groups.some((group) => group.id === `${id}_4` && group.memberIds.includes(admin.id));
  const one = [...world.repositories.values()].find(({ projectId }) => administered(projectId));
  if (!one) throw new Error('The sample world has no repository of a project of its admin');
  return one.projectId;
}

/** A repository that only this question knows. */
async function fresh(door: OpenWorld, subjects: Subjects): Promise<number> {
  const name = `recorded-${door.world.nextId.repository}`;
  const body = { project_id: home(door, subjects), name };
  const headers = key(subjects.admin);
  const answer = await ask(door, { method: 'POST', path: 'svn', headers, body });
  return (answer.body as { id: number }).id;
}

/** Recorded settings with the groups of our own project; where they were taken, with a person of our own too. */
function ownSettings(
  settings: unknown,
  { status }: Recording,
  { projectId, userId }: { projectId: number; userId: number },
): unknown {
  const ownGroup = (id: unknown) =>
    /^\d+_/.test(String(id))
      ? String(id).replace(/^\d+_/, `${projectId}_`)
      : status < 300
        ? `${projectId}_3`
        : id;
  if (!isJson(settings) || !Array.isArray(settings.email_notifications)) return settings;
  const notifications = settings.email_notifications.map((one: Json) => ({
    ...one,
    ...(Array.isArray(one.user_groups)
      ? { user_groups: [...new Set(one.user_groups.map(ownGroup))] }
      : {}),
    ...(status < 300 && Array.isArray(one.users)
      ? { users: one.users.slice(0, 1).map(() => userId) }
      : {}),
  }));
  return { ...settings, email_notifications: notifications };
}

const NAME = /^[a-zA-Z][A-Za-z0-9-_.]{2,254}$/;

function postSvn(recording: Recording, subjects: Subjects, door: OpenWorld): Question {
  const { world } = door;
  const { status } = recording;
  const body = isJson(recording.request.body) ? recording.request.body : {};
  const projectId = home(door, subjects);
  const isWithoutSvn = JSON.stringify(recording.body).includes('does not use SVN');
  const without = [...world.projects.values()].find(
    (project) => !project.services.includes('svn') && project.status === 'active',
  );
  const taken = [...world.repositories.values()].find((one) => one.projectId === projectId);
  const isUnknown = /project does not exist/i.test(JSON.stringify(recording.body));
  const own = isWithoutSvn ? without?.id : isUnknown ? unknownId : projectId;
  const { name } = body;
  const ownName =
    status === 201
      ? `recorded-${world.nextId.repository}`
      : status === 409 && typeof name === 'string' && NAME.test(name)
        ? taken?.name
        : name;
  const person: SandboxUser =
    status === 403 ? subjects.outsider : isWithoutSvn ? subjects.siteAdmin : subjects.admin;
  return {
    method: 'POST',
    path: 'svn',
    headers: key(person),
    body: {
      ...body,
      project_id: own,
      ...('name' in body ? { name: ownName } : {}),
      ...('settings' in body
        ? {
            settings: ownSettings(body.settings, recording, {
              projectId,
              userId: subjects.admin.id,
            }),
          }
        : {}),
    },
  };
}

async function svnQuestion(
  recording: Recording,
  subjects: Subjects,
  door: OpenWorld,
): Promise<Question> {
  const { method, status, path, request } = recording;
  if (method === 'POST' && path === 'svn') return postSvn(recording, subjects, door);
  const id = status === 404 ? unknownId : await fresh(door, subjects);
  const own = { method, path: `svn/${id}`, headers: key(subjects.admin) };
  const headers = status === 403 ? key(subjects.outsider) : own.headers;
  // Queued already (svn/54).
  if (method === 'DELETE' && status === 400) await ask(door, own);
  if (method !== 'PUT') return { ...own, headers };
  const body = isJson(request.body) ? request.body : {};
  const place = { projectId: home(door, subjects), userId: subjects.admin.id };
  const settings = ownSettings(body.settings, recording, place);
  return { ...own, headers, body: 'settings' in body ? { settings } : body };
}

/** The recorded template, or one of ours in its place: one that any may use, none where it was not found. */
function ownTemplate({ template_id: id }: Json, said: string, { world }: OpenWorld): unknown {
  if (typeof id !== 'number' || world.projects.has(id)) return id;
  if (/Template #\d+ is not valid/.test(said)) return unknownId;
  return [...world.projects.values()].find((one) => one.isTemplate && one.status === 'active')?.id;
}

function projectQuestion(recording: Recording, subjects: Subjects, door: OpenWorld): Question {
  const { status, query, request, body } = recording;
  const said = JSON.stringify(body);
  const wanted = isJson(request.body) ? request.body : {};
  const [first] = door.world.projects.values();
  const isGood = status < 300;
  const shortname = isGood
    ? `recorded-${door.world.nextId.project}`
    : said.includes('already exists')
      ? first?.shortname
      : wanted.shortname;
  // Who may not see the template is told so; everything else is asked by somebody who may.
  const person = said.includes("don't have the permission") ? subjects.admin : subjects.siteAdmin;
  const search = query.size === 0 ? '' : `?${query}`;
  const own = {
    ...wanted,
    ...('shortname' in wanted ? { shortname } : {}),
    ...('template_id' in wanted ? { template_id: ownTemplate(wanted, said, door) } : {}),
  };
  return { method: 'POST', path: `projects${search}`, headers: key(person), body: own };
}

/** A recorded question about a repository's settings or a new project, put to the sandbox about its own. */
export async function adminQuestion(
  recording: Recording,
  subjects: Subjects,
  door: OpenWorld,
): Promise<Question> {
  return recording.path === 'projects'
    ? projectQuestion(recording, subjects, door)
    : svnQuestion(recording, subjects, door);
}

/** Whether a recorded question is about a repository's settings, or makes a project. */
export function isAboutAdmin({ method, path }: Recording): boolean {
  return /^svn(\/|$)/.test(path ?? '') || (method === 'POST' && path === 'projects');
}
