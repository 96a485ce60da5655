import type { OpenWorld } from '../../sandbox/doors/node';
import type { Recording } from '../recordings';
import { type Subjects, unknownId } from '../subjects';
import { ownSearch } from './criteria';
import { wrongCredentials } from './staging';

/** The same kind of question, put to the sandbox about its own things. */
export interface Question {
  method: string;
  path: string;
  headers: Record<string, string>;
  body?: unknown;
}

type Kind = 'projects' | 'trackers' | 'artifacts';

function kindOf(path: string): Kind | undefined {
  return (['projects', 'trackers', 'artifacts'] as const).find((kind) =>
    path.startsWith(`${kind}/`),
  );
}

/** The thing that plays the role of the recorded one: known, unknown or hidden, by what the server answered. */
function idFor(recording: Recording, kind: Kind, subjects: Subjects): number | undefined {
  const { status, path } = recording;
  if (status === 404) return unknownId;
  const singular = { projects: 'project', trackers: 'tracker', artifacts: 'artifact' } as const;
  if (status === 403) return subjects.hidden[singular[kind]];
  const recorded = Number(/\d+/.exec(path ?? '')?.[0] ?? 0);
  const known = subjects[kind];
  return known[recorded % known.length];
}

function credentials(recording: Recording, subjects: Subjects): Record<string, string> {
  const { status, query } = recording;
  if (status === 401) return wrongCredentials(recording);
  // `with_status` is for those who manage the whole platform.
  const isManager = status === 200 && (query.get('query') ?? '').includes('with_status');
  const user = isManager ? subjects.siteAdmin : status === 403 ? subjects.outsider : subjects.admin;
  return { 'X-Auth-AccessKey': user.accessKey };
}

/** `projects?query={"shortname":…}` about a project of the sandbox, when the recorded one was found. */
function ownProjectQuery({ query, body }: Recording, { world }: OpenWorld): URLSearchParams {
  const own = new URLSearchParams(query);
  const isFound = Array.isArray(body) && body.length > 0;
  if (query.get('query')?.includes('"shortname"') && isFound) {
    const [project] = world.projects.values();
    own.set('query', JSON.stringify({ shortname: project?.shortname }));
  }
  return own;
}

/** What the outsider is refused as the recorded person was: the groups of somebody else, and what only managers may ask. */
function isOfAnother({ path, query }: Recording): boolean {
  return (
    /^users\/\d+\/membership$/.test(path ?? '') ||
    (path === 'projects' && (query.get('query') ?? '').includes('with_status'))
  );
}

function ownPath(recording: Recording, subjects: Subjects): string | undefined {
  const path = recording.path ?? '';
  const { admin } = subjects;
  const kind = kindOf(path);
  if (!kind) {
    if (recording.status === 403 && !isOfAnother(recording)) return undefined;
    const userId = recording.status === 404 ? unknownId : admin.id;
    return path.replace(/^users\/\d+(?=\/|$)/, `users/${userId}`);
  }
  // Too large for the server itself: the number is what was tried.
  if (Number(/\d+/.exec(path)?.[0]) > Number.MAX_SAFE_INTEGER) return path;
  const id = idFor(recording, kind, subjects);
  return id === undefined ? undefined : path.replace(/\d+/, String(id));
}

function ownQuery(
  recording: Recording,
  path: string,
  door: OpenWorld,
): URLSearchParams | undefined {
  const tracker = /^trackers\/(\d+)\/artifacts$/.exec(path);
  if (tracker) return ownSearch(recording, door.world.trackers.get(Number(tracker[1])));
  return path === 'projects' ? ownProjectQuery(recording, door) : recording.query;
}

/** A recorded read as a question to the sandbox; undefined when the sandbox has no equivalent. */
export function readQuestion(
  recording: Recording,
  subjects: Subjects,
  door: OpenWorld,
): Question | undefined {
  const path = ownPath(recording, subjects);
  const query = path === undefined ? undefined : ownQuery(recording, path, door)?.toString();
  if (query === undefined) return undefined;
  const accept = recording.request.headers.get('accept');
  const headers = { ...credentials(recording, subjects), ...(accept ? { Accept: accept } : {}) };
  return { method: 'GET', path: query === '' ? `${path}` : `${path}?${query}`, headers };
}

/** Asks; the answer's body is JSON where it is JSON, else text. */
export async function ask(
  door: OpenWorld,
  { method, path, headers, body }: Question,
): Promise<{ status: number; headers: Headers; body: unknown }> {
  const response = await door.fetch(`/api/${path}`, {
    method,
    headers: { ...headers, ...(body === undefined ? {} : { 'Content-Type': 'application/json' }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    body: text === '' ? '' : parsed(text),
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
