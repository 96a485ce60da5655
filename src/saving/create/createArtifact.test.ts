import { expect, test } from 'vitest';
import type { Artifact } from '~/api/artifacts/read';
import { ApiError } from '~/api/error';
import { effort, field, snapshot, title } from '../../../tests/fixtures/snapshots';
import { type CreateJob, type CreatePort, createArtifact, findCreated } from './createArtifact';

const asked = { method: 'POST', path: '/api/artifacts' };
const http = (status: number) =>
  new ApiError('http', `Status ${status}`, { request: asked, status });
const lost = new ApiError('network', 'No answer came.', { request: asked, reason: 'timeout' });

const job: CreateJob = {
  trackerId: 11,
  fields: [title, effort],
  values: [
    { field_id: title.field_id, value: 'Pressure gauge reads high' },
    { field_id: effort.field_id, value: 5 },
  ],
  me: 102,
  triedAfter: null,
};

function artifact(id: number, facts: { by?: number; title?: string } = {}): Artifact {
  const { by = 102, title: text = 'Pressure gauge reads high' } = facts;
  return { ...snapshot(1, { title: text }).artifact, id, submitted_by: by };
}

/** A tracker whose newest is #500; `after` are the artifacts that a search finds, `post` how the POST ends. */
function world(post: { id: number } | ApiError, after: readonly Artifact[] | ApiError = []) {
  const calls: string[] = [];
  const port: CreatePort = {
    async newestId() {
      calls.push('newest');
      return 500;
    },
    async create() {
      calls.push('create');
      if (post instanceof ApiError) throw post;
      return post;
    },
    async after(_, id) {
      calls.push(`after ${id}`);
      if (after instanceof ApiError) throw after;
      return after;
    },
  };
  return { port, calls };
}

const created = { kind: 'created', id: 501, how: 'answered', doubles: [] };

test('E16: an answered POST is created', async () => {
  const { port, calls } = world({ id: 501 }, [artifact(501)]);
  expect(await createArtifact(job, port)).toEqual(created);
  expect(calls).toEqual(['newest', 'create', 'after 500']);
});

test('E16: a browser that sent the POST twice on its own is found out', async () => {
  const twice = [artifact(502, { by: 103 }), artifact(501), artifact(504, { title: 'Other' })];
  const { port } = world({ id: 503 }, [artifact(503), ...twice]);
  expect(await createArtifact(job, port)).toEqual({ ...created, id: 503, doubles: [501] });
});

test('E16: what is created stays created when looking for doubles fails', async () => {
  expect(await createArtifact(job, world({ id: 501 }, http(503)).port)).toEqual(created);
});

test('E16: a refusal is certain and needs no search', async () => {
  const { port, calls } = world(http(400));
  expect(await createArtifact(job, port)).toMatchObject({ kind: 'refused' });
  expect(calls).toEqual(['newest', 'create']);
});

test.each([
  ['no answer', lost],
  ['an empty 500', http(500)],
  ['a gateway', http(504)],
])('E16: after %s the artifact is found by author, number and content', async (_, error) => {
  const { port, calls } = world(error, [
    artifact(503, { by: 103 }),
    artifact(502, { title: 'Another' }),
    artifact(501),
  ]);
  expect(await createArtifact(job, port)).toEqual({ ...created, how: 'found' });
  expect(calls).toEqual(['newest', 'create', 'after 500']);
});

test('E16: of two equal ones the older is it, and the double is not hidden', async () => {
  const { port } = world(lost, [artifact(502), artifact(501)]);
  expect(await createArtifact(job, port)).toMatchObject({ id: 501, doubles: [502] });
});

test('E16: not found after a lost answer is unknown; after a 500 of the server it is refused', async () => {
  const unknown = { kind: 'unknown', search: 'notFound', maybe: [], triedAfter: 500 };
  expect(await createArtifact(job, world(lost).port)).toMatchObject(unknown);
  expect(await createArtifact(job, world(http(502)).port)).toMatchObject(unknown);
  expect(await createArtifact(job, world(http(500)).port)).toMatchObject({ kind: 'refused' });
});

test('E16: what I created since with other content is named, as the server may have changed what was sent', async () => {
  const mine = artifact(501, { title: 'Pressure gauge reads hígh' });
  const { port } = world(http(500), [mine, artifact(502, { by: 103 })]);
  expect(await createArtifact(job, port)).toMatchObject({ kind: 'unknown', maybe: [mine] });
});

test('E16: a copy is found by the title alone, in whatever field the tracker keeps it', async () => {
  const copy = {
    ...job,
    fields: [],
    values: [],
    copyOf: { id: 7, title: 'Pressure gauge reads high' },
  };
  const texts = { ...artifact(501), values: [] };
  const { port } = world(lost, [artifact(502, { title: 'Another' }), texts]);
  expect(await createArtifact(copy, port)).toEqual({ ...created, how: 'found' });
  const untitled = { ...artifact(503), title: null };
  const nowhere = await createArtifact(copy, world(lost, [untitled]).port);
  expect(nowhere).toMatchObject({ kind: 'unknown', maybe: [untitled] });
});

test('E16: a search that fails says so', async () => {
  const { port } = world(lost, http(503));
  expect(await createArtifact(job, port)).toMatchObject({ kind: 'unknown', search: 'failed' });
});

test('E16: looking again compares with what was there before the first try', async () => {
  const { port, calls } = world(lost, [artifact(501)]);
  expect(await findCreated(job, port, { triedAfter: 500, error: lost })).toMatchObject({ id: 501 });
  const second = world(lost);
  await createArtifact({ ...job, triedAfter: 500 }, second.port);
  expect([calls, second.calls]).toEqual([['after 500'], ['create', 'after 500']]);
});

test('E16: when the newest artifact cannot be read nothing is sent', async () => {
  const { port, calls } = world({ id: 501 });
  const blind = {
    ...port,
    newestId: async () => {
      throw lost;
    },
  };
  expect(await createArtifact(job, blind)).toEqual({ kind: 'refused', error: lost });
  expect(calls).toEqual([]);
});

test.each([true, false])(
  'J4: after a 401 it is looked for, then "send now?" is asked; wanted %s',
  async (isWanted) => {
    const { port, calls } = world({ id: 501 }, []);
    let isExpired = true;
    const create: CreatePort['create'] = async (...sent) => {
      const answer = await port.create(...sent);
      if (!isExpired) return answer;
      isExpired = false;
      throw http(401);
    };
    const ask = async () => {
      calls.push('ask');
      return isWanted;
    };
    const outcome = await createArtifact(job, { ...port, create }, { ask });
    expect(outcome).toEqual(isWanted ? created : { kind: 'held' });
    const sent = isWanted ? ['create', 'after 500'] : [];
    expect(calls).toEqual(['newest', 'create', 'after 500', 'ask', ...sent]);
  },
);

test('J4: what waited for the sign-in before the POST is asked about; "not yet" leaves no try behind', async () => {
  const { port, calls } = world({ id: 501 }, []);
  const noted: number[] = [];
  const note = async (after: number) => void noted.push(after);
  const sender = { ask: async () => false, isBack: () => true, note };
  expect(await createArtifact(job, port, sender)).toEqual({ kind: 'held' });
  expect([calls, noted]).toEqual([['newest'], []]);
});

test('D4: a POST with links that is refused is looked for: it may be there, without some of its links', async () => {
  const links = field(9, 'Links', { type: 'art_link', allowed_types: [] });
  const entry = { field_id: 9, links: [{ id: 12, type: '' }] };
  const linking = { ...job, fields: [...job.fields, links], values: [...job.values, entry] };
  const stored = artifact(501);
  const held = {
    ...{ field_id: 9, type: 'art_link', label: 'Links', reverse_links: [] },
    links: [{ id: 12, uri: '', type: null, tracker: { id: 11, label: 'R', color: 'red' } }],
  };
  const made = { ...stored, values: [...(stored.values ?? []), held] };
  const there = world(http(403), [made]);
  expect(await createArtifact(linking, there.port)).toMatchObject({ id: 501, how: 'found' });
  const none = world(http(403), [artifact(502, { title: 'Another one' })]);
  expect(await createArtifact(linking, none.port)).toMatchObject({ kind: 'refused' });
});

test('C4: what arrived although a 401 came back is found; a sign-in that never came is told', async () => {
  const there = world(http(401), [artifact(501)]);
  expect(await createArtifact(job, there.port)).toMatchObject({ kind: 'created', id: 501 });
  expect(there.calls.filter((call) => call === 'create')).toHaveLength(1);
  const never = world(http(401), http(401));
  expect(await createArtifact(job, never.port)).toMatchObject({ kind: 'refused' });
  expect(never.calls.filter((call) => call === 'create')).toHaveLength(1);
});
