import type { OpenWorld } from '../../sandbox/doors/node';
import type { Recording } from '../recordings';
import { type Subjects, unknownId } from '../subjects';
import { ask, type Question } from './question';

const UNKNOWN_FIELD = [{ field_id: unknownId, value: 'x' }];

function key(user: { accessKey: string }): Record<string, string> {
  return { 'X-Auth-AccessKey': user.accessKey };
}

/** The framework refused before the route's own code, which is what sends `Allow` (recorded: 400 of the validator). */
function isEarly({ status, headers }: Recording): boolean {
  return status === 400 && !headers.has('allow');
}

/** An unknown file in the first file field of an artifact that has one. */
function unknownFile(subjects: Subjects, { world }: OpenWorld): Question | undefined {
  for (const id of subjects.artifacts) {
    const tracker = world.trackers.get(world.artifacts.get(id)?.trackerId ?? 0);
    const field = tracker?.fields.find(({ type }) => type === 'file');
    if (!field) continue;
    const body = { values: [{ field_id: field.id, value: [unknownId] }] };
    return { method: 'PUT', path: `artifacts/${id}`, headers: key(subjects.admin), body };
  }
  return undefined;
}

/** The title, and for every other required field the value that is easiest to give. */
function minimalValues({ simple }: Subjects): unknown[] {
  return simple.fields
    .filter(({ id, isRequired }) => isRequired || id === simple.semantics.title)
    .map(({ id, values }) =>
      values?.[0]
        ? { field_id: id, bind_value_ids: [values[0].id] }
        : { field_id: id, value: 'Recorded question' },
    );
}

function postArtifact(recording: Recording, subjects: Subjects): Question | undefined {
  const { status } = recording;
  const { admin, outsider, simple, hidden } = subjects;
  const question = (headers: Record<string, string>, trackerId: number, values: unknown) => ({
    method: 'POST',
    path: 'artifacts',
    headers,
    body: { tracker: { id: trackerId }, values },
  });
  if (status === 201) return question(key(admin), simple.id, minimalValues(subjects));
  if (isEarly(recording)) {
    return { method: 'POST', path: 'artifacts', headers: key(admin), body: { values: [] } };
  }
  if (status === 400) return question(key(admin), simple.id, UNKNOWN_FIELD);
  if (status === 404) return question(key(admin), unknownId, UNKNOWN_FIELD);
  if (status === 401) return question({}, simple.id, []);
  if (status !== 403 || hidden.tracker === undefined) return undefined;
  return question(key(outsider), hidden.tracker, UNKNOWN_FIELD);
}

async function putArtifact(
  recording: Recording,
  subjects: Subjects,
  door: OpenWorld,
): Promise<Question | undefined> {
  const { status, request } = recording;
  const { admin, outsider, artifacts, hidden } = subjects;
  const [first] = artifacts;
  const question = (headers: Record<string, string>, id: number | undefined, values: unknown) =>
    id === undefined
      ? undefined
      : { method: 'PUT', path: `artifacts/${id}`, headers, body: { values } };
  if (isEarly(recording)) return question(key(admin), first, undefined);
  if (status === 404 && recording.headers.has('allow')) return unknownFile(subjects, door);
  if (status === 400) return question(key(admin), first, UNKNOWN_FIELD);
  if (status === 404) return question(key(admin), unknownId, []);
  if (status === 401) return question({}, first, []);
  if (status === 403) return question(key(outsider), hidden.artifact, []);
  const condition = ['if-match', 'if-unmodified-since'].find((name) => request.headers.has(name));
  if (status === 412) {
    const stale = condition === 'if-unmodified-since' ? 'Thu, 01 Jan 1970 00:00:01 GMT' : '1';
    return question({ ...key(admin), [condition ?? 'if-match']: stale }, first, []);
  }
  if (status !== 200) return undefined;
  if (!condition) return question(key(admin), first, []);
  const now = await ask(door, { method: 'GET', path: `artifacts/${first}`, headers: key(admin) });
  const header = condition === 'if-match' ? 'etag' : 'last-modified';
  return question({ ...key(admin), [condition]: now.headers.get(header) ?? '' }, first, []);
}

async function token({ admin }: Subjects, door: OpenWorld): Promise<string> {
  const body = { username: admin.username, password: admin.password };
  const answer = await ask(door, { method: 'POST', path: 'tokens', headers: {}, body });
  return (answer.body as { token: string }).token;
}

function postToken({ status, request }: Recording, { admin }: Subjects): Question {
  const right = { username: admin.username, password: admin.password };
  const body =
    status === 201 ? right : status === 401 ? { ...right, password: 'wrong' } : request.body;
  return { method: 'POST', path: 'tokens', headers: {}, body: body === '' ? {} : body };
}

async function deleteToken(
  { status }: Recording,
  subjects: Subjects,
  door: OpenWorld,
): Promise<Question> {
  const own = status === 200 ? await token(subjects, door) : 'deadbeef';
  const headers = { 'X-Auth-Token': own, 'X-Auth-UserId': String(subjects.admin.id) };
  return { method: 'DELETE', path: `tokens/${own}`, headers };
}

/** The app sends JSON and nothing else; what the server says to other types is no question of ours. */
function isJson({ request }: Recording): boolean {
  const type = request.headers.get('content-type');
  return type === null || /^application\/json\b/.test(type);
}

/** A recorded write as a question to the sandbox about its own things, made to end in the recorded status. */
export async function writeQuestion(
  recording: Recording,
  subjects: Subjects,
  door: OpenWorld,
): Promise<Question | undefined> {
  const { method, path } = recording;
  if (!isJson(recording)) return undefined;
  if (method === 'POST' && path === 'artifacts') return postArtifact(recording, subjects);
  if (method === 'POST' && path === 'tokens') return postToken(recording, subjects);
  if (method === 'DELETE') return deleteToken(recording, subjects, door);
  return method === 'PUT' ? putArtifact(recording, subjects, door) : undefined;
}
