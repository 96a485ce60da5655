import type { OpenWorld } from '../../sandbox/doors/node';
import type { Recording } from '../recordings';
import { type Subjects, unknownId } from '../subjects';
import { ask, type Question } from './question';

function key(user: { accessKey: string }): Record<string, string> {
  return { 'X-Auth-AccessKey': user.accessKey };
}

/** Reads of several artifacts, their links, and deletions. */
export function isAboutArtifacts({ method, path }: Recording): boolean {
  if (path === null) return false;
  if (method === 'DELETE') return /^artifacts\/\d+$/.test(path);
  return method === 'GET' && (path === 'artifacts' || /^artifacts\/\d+\/links$/.test(path));
}

/** The recorded ids in the recorded number: known ones, with an unknown one where some were not found. */
function ownIds({ query, body }: Recording, { artifacts }: Subjects): unknown {
  const parsed: unknown = JSON.parse(query.get('query') ?? 'null');
  const ids = (parsed as { id?: unknown } | null)?.id;
  if (!Array.isArray(ids) || ids.length === 0 || typeof ids[0] !== 'number') return parsed;
  if (ids.length > 100) return { id: ids };
  const found = (body as { collection?: unknown[] } | undefined)?.collection?.length ?? 0;
  return {
    id: ids.map((_, index) => (index < found ? artifacts[index] : unknownId + index)),
  };
}

function manyArtifacts(recording: Recording, subjects: Subjects): Question {
  const query = new URLSearchParams(recording.query);
  if (query.has('query')) query.set('query', JSON.stringify(ownIds(recording, subjects)));
  const path = query.size === 0 ? 'artifacts' : `artifacts?${query}`;
  return { method: 'GET', path, headers: key(subjects.admin) };
}

function links({ status }: Recording, { artifacts, admin, hidden, outsider }: Subjects) {
  const [known] = artifacts;
  const id = status === 404 ? unknownId : status === 403 ? hidden.artifact : known;
  const user = status === 403 ? outsider : admin;
  return id === undefined
    ? undefined
    : { method: 'GET', path: `artifacts/${id}/links`, headers: key(user) };
}

/** Somebody who may read the artifact and does not administer its tracker. */
function readerOf(trackerId: number, { world }: OpenWorld) {
  const tracker = world.trackers.get(trackerId);
  const groups = world.projects.get(tracker?.projectId ?? 0)?.groups ?? [];
  const isIn = (userId: number, isMeant: (id: string) => boolean) =>
    groups.some(({ id, memberIds }) => isMeant(id) && memberIds.includes(userId));
  return world.users.find(
    ({ id, isSiteAdmin, status }) =>
      !isSiteAdmin &&
      status === 'A' &&
      isIn(id, (group) => group.endsWith('_3')) &&
      !isIn(id, (group) => group.endsWith('_4') || tracker?.adminGroupIds.includes(group) === true),
  );
}

/** Ends in the recorded status: for the limit, all that a day allows is deleted first. */
async function deletion(
  { status, headers }: Recording,
  { artifacts, admin }: Subjects,
  door: OpenWorld,
): Promise<Question | undefined> {
  const question = (id: number | undefined, user = admin) =>
    id === undefined
      ? undefined
      : { method: 'DELETE', path: `artifacts/${id}`, headers: key(user) };
  if (status === 404) return question(unknownId);
  const left = artifacts.filter((id) => door.world.artifacts.get(id)?.isDeleted === false);
  if (status === 200 || status === 401) return question(left[0]);
  if (status === 429) {
    for (const id of left.slice(0, -1)) {
      const one = question(id);
      if (one && (await ask(door, one)).status === 429) break;
    }
    return question(left.at(-1));
  }
  // The sandbox knows no server on which deleting is switched off (limit 0): a fault of a test plays it.
  if (status !== 403 || headers.has('x-ratelimit-limit')) return undefined;
  const [id] = left;
  const reader = readerOf(door.world.artifacts.get(id ?? 0)?.trackerId ?? 0, door);
  return reader && question(id, reader);
}

/** A recorded question about artifacts as one to the sandbox, made to end in the recorded status. */
export async function artifactQuestion(
  recording: Recording,
  subjects: Subjects,
  door: OpenWorld,
): Promise<Question | undefined> {
  if (recording.method === 'DELETE') return deletion(recording, subjects, door);
  return recording.path === 'artifacts'
    ? manyArtifacts(recording, subjects)
    : links(recording, subjects);
}
