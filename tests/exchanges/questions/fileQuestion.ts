import type { OpenWorld } from '../../sandbox/doors/node';
import type { Recording } from '../recordings';
import { type Subjects, unknownId } from '../subjects';
import { ask, type Question } from './question';
import { isSomebodyElses } from './staging';

function key(user: { accessKey: string }): Record<string, string> {
  return { 'X-Auth-AccessKey': user.accessKey };
}

/** A file that the admin may read. */
function attachedId({ admin }: Subjects, { world }: OpenWorld): number | undefined {
  const isMember = (projectId: number) =>
    world.projects.get(projectId)?.groups.some(({ memberIds }) => memberIds.includes(admin.id));
  return [...world.files.values()].find(({ artifactId }) => {
    const tracker = world.trackers.get(world.artifacts.get(artifactId ?? 0)?.trackerId ?? 0);
    return tracker !== undefined && isMember(tracker.projectId);
  })?.id;
}

/** A temporary file of the admin, of one chunk. */
async function temporaryId({ admin }: Subjects, door: OpenWorld): Promise<number> {
  const body = { name: 'recorded.log', mimetype: 'text/plain', content: btoa('recorded') };
  const question = { method: 'POST', path: 'artifact_temporary_files', headers: key(admin), body };
  return ((await ask(door, question)).body as { id: number }).id;
}

async function readQuestion(
  recording: Recording,
  subjects: Subjects,
  door: OpenWorld,
): Promise<Question | undefined> {
  const { path, query, status } = recording;
  // A file that may not be seen is not found (attachments.md §3): no world of the sandbox refuses it otherwise.
  if (status === 403) return undefined;
  const { admin, outsider } = subjects;
  const search = query.size === 0 ? '' : `?${query}`;
  const [resource, id] = (path ?? '').split('/');
  const headers = key(isSomebodyElses(recording) ? outsider : admin);
  const get = (own: string) => ({ method: 'GET', path: `${own}${search}`, headers });
  if (status === 404) return get(`${resource}/${unknownId}`);
  if (resource === 'artifact_files') {
    const attached = attachedId(subjects, door);
    return attached === undefined ? undefined : get(`${resource}/${attached}`);
  }
  const temporary = await temporaryId(subjects, door);
  return get(id === undefined ? `${resource}` : `${resource}/${temporary}`);
}

/** A recorded question about the bytes of files, or about temporary files, put to the sandbox about its own. */
export async function fileQuestion(
  recording: Recording,
  subjects: Subjects,
  door: OpenWorld,
): Promise<Question | undefined> {
  const { method, status, request } = recording;
  if (method === 'GET') return readQuestion(recording, subjects, door);
  if (status === 403) return undefined;
  const headers = key(isSomebodyElses(recording) ? subjects.outsider : subjects.admin);
  const path = 'artifact_temporary_files';
  if (method === 'POST') return { method, path, headers, body: request.body };
  const id = status === 404 ? unknownId : await temporaryId(subjects, door);
  const question = { method, path: `${path}/${id}`, headers };
  if (method !== 'PUT') return question;
  const body = typeof request.body === 'object' ? request.body : {};
  // Ours has one chunk, so 1 is always wrong; one that the recorded question left out stays out.
  const isLeftOut = status === 400 && !Object.hasOwn(body ?? {}, 'offset');
  const offset = status === 400 ? 1 : 2;
  return { ...question, body: isLeftOut ? body : { ...body, offset } };
}

/** Whether a recorded question is about files. */
export function isAboutFiles({ path }: Recording): boolean {
  return /^artifact_(temporary_)?files(\/|$)/.test(path ?? '');
}
