import { expect, test } from 'vitest';
import { ApiError } from '~/api/error';
import type { Tracker } from '~/api/trackers';
import { anna, ben, changeset, effort, field, snapshot } from '../../tests/fixtures/snapshots';
import { type DraftState, emptyDraft } from './draft/draftState';
import type { ArtifactSnapshot } from './draft/snapshot';
import type { News, SaveJob } from './machine/states';
import { rebaseSets, replacesSets } from './rebaseSets';
import { type SavePort, saveArtifact } from './saveArtifact';

const links = field(6, 'Links', { type: 'art_link', allowed_types: [] });
const link = (id: number) => ({
  id,
  uri: `artifacts/${id}`,
  tracker: { id: 11, label: 'Requirements', color: 'inca-silver' },
  type: null,
});

const entry = (ids: readonly number[]) => ({
  field_id: links.field_id,
  type: links.type,
  label: links.label,
  links: ids.map(link),
  reverse_links: [],
});

/** The version of second `n` with these links and effort. */
function version(n: number, ids: readonly number[], hours = 5): ArtifactSnapshot {
  const plain = snapshot(n, { effort: hours });
  const values = [...(plain.artifact.values ?? []), entry(ids)];
  return {
    ...plain,
    artifact: { ...plain.artifact, values },
    fields: [...plain.fields, links],
  };
}

const base = version(10, [1]);
const ends = (...ids: number[]) => ({
  forward: ids.map((id) => ({ id, type: '' })),
  reverse: [],
});

function draftWith(values: [number, unknown][]): DraftState {
  return { ...emptyDraft(base), values: new Map(values) };
}

const mine = draftWith([[links.field_id, ends(1, 2)]]);
const entrySent = (...ids: number[]) => ({
  field_id: links.field_id,
  links: ids.map((id) => ({ id, type: '' })),
});

const bens = {
  ...changeset(11, { by: ben, second: 10 }),
  values: version(10, [1, 3]).artifact.values ?? [],
};

/** A world in which ben was first, in the very second of the base. */
function world(writes: ('ok' | ApiError)[], after: readonly number[]) {
  const sent: unknown[] = [];
  const landed = {
    ...changeset(12, { by: anna, second: 30 }),
    values: version(30, after).artifact.values ?? [],
  };
  const reads: News[] = [
    { version: version(10, [1, 3]), since: [bens] },
    { version: version(30, after), since: [bens, landed] },
  ];
  const port: SavePort = {
    async read() {
      const news = reads.shift();
      if (!news) throw new Error('one read too many');
      return news;
    },
    async write(_, change, condition) {
      sent.push({ values: change.values, condition });
      const answer = writes.shift();
      if (answer !== 'ok' && answer) throw answer;
      return null;
    },
  };
  return { port, sent };
}

const job: SaveJob = {
  base,
  change: { values: [entrySent(1, 2)] },
  me: 102,
  rebase: (newest) => rebaseSets(mine, newest),
};

test('L4: only a change of a set asks for a read before the write', () => {
  expect(replacesSets(mine)).toBe(true);
  expect(replacesSets(draftWith([[effort.field_id, '8']]))).toBe(false);
});

test('L4: my additions and removals go on top of the newest set', () => {
  expect(rebaseSets(mine, version(20, [1, 3]))).toEqual({ values: [entrySent(1, 2, 3)] });
  const removed = draftWith([[links.field_id, ends()]]);
  expect(rebaseSets(removed, version(20, [1, 3]))).toEqual({ values: [entrySent(3)] });
});

test('L4: another field that I changed goes along where nobody else touched it, else a person decides', () => {
  const both = draftWith([
    [links.field_id, ends(1, 2)],
    [effort.field_id, '8'],
  ]);
  expect(rebaseSets(both, version(20, [1, 3]))?.values).toContainEqual({
    field_id: effort.field_id,
    value: 8,
  });
  expect(rebaseSets(both, version(20, [1, 3], 13))).toBeNull();
  expect(rebaseSets(mine, version(20, [1, 3], 13))).not.toBeNull();
});

test('L4: a set that I may no longer change is for a person to decide', () => {
  const newest = version(20, [1, 3]);
  const fields = newest.fields.map((one) => ({ ...one, permissions: ['read'] }));
  expect(rebaseSets(mine, { ...newest, fields })).toBeNull();
});

test('D2: in the blind second both additions are sent, guarded by the version just read', async () => {
  const { port, sent } = world(['ok'], [1, 2, 3]);
  expect(await saveArtifact(job, port)).toMatchObject({
    kind: 'saved',
    changeset: { id: 12 },
    joined: [{ id: 11 }],
    overtaken: [],
  });
  expect(sent).toEqual([
    { values: [entrySent(1, 2, 3)], condition: { kind: 'etag', value: base.etag } },
  ]);
});

test('D2: what came between the newest version and its list of changesets was not put together', async () => {
  const between = {
    ...changeset(12, { by: ben, second: 10 }),
    values: version(10, [1, 3, 4]).artifact.values ?? [],
  };
  const landed = {
    ...changeset(13, { by: anna, second: 10 }),
    values: version(10, [1, 2, 3]).artifact.values ?? [],
  };
  const reads: News[] = [
    { version: version(10, [1, 3]), since: [bens, between] },
    { version: version(10, [1, 2, 3]), since: [bens, between, landed] },
  ];
  const port: SavePort = {
    read: async () => reads.shift() ?? Promise.reject(new Error('one read too many')),
    write: async () => null,
  };
  expect(await saveArtifact(job, port)).toMatchObject({
    kind: 'saved',
    joined: [{ id: 11 }],
    overtaken: [{ id: 12 }],
  });
});

test('X9: what was put together with is not newer than that: a mangled tag is no conflict', async () => {
  const asked = { method: 'PUT', path: '/api/artifacts/431' };
  const error = new ApiError('http', 'Status 412', { request: asked, status: 412 });
  const { port, sent } = world([error, 'ok'], [1, 2, 3]);
  const mangled = (of: ArtifactSnapshot) => ({ ...of, etag: `W/"${of.etag}"` });
  let reads = 0;
  let first: News | undefined;
  const again: SavePort = {
    ...port,
    async read(of) {
      reads += 1;
      if (reads === 2 && first) return first;
      const news = await port.read(of);
      first = { ...news, version: mangled(news.version) };
      return first;
    },
  };
  expect(await saveArtifact(job, again)).toMatchObject({
    ...{ kind: 'saved', isPhantom: true, changeset: { id: 12 } },
    ...{ joined: [{ id: 11 }], overtaken: [] },
  });
  expect(sent).toHaveLength(2);
});

test('E16: after a lost answer what was really sent is looked for, not what was typed', async () => {
  const asked = { method: 'PUT', path: '/api/artifacts/431' };
  const lost = new ApiError('network', 'No answer came.', { request: asked, reason: 'timeout' });
  const { port, sent } = world([lost], [1, 2, 3]);
  expect(await saveArtifact(job, port)).toMatchObject({
    kind: 'saved',
    how: 'found',
    changeset: { id: 12 },
    overtaken: [],
  });
  expect(sent).toHaveLength(1);
});

test('E16: an unknown save keeps what it sent, so that looking again compares with that', async () => {
  const asked = { method: 'PUT', path: '/api/artifacts/431' };
  const lost = new ApiError('network', 'No answer came.', { request: asked, reason: 'timeout' });
  const { port } = world([lost], [1, 3]);
  expect(await saveArtifact(job, port)).toMatchObject({
    kind: 'unknown',
    attempt: { change: { values: [entrySent(1, 2, 3)] } },
  });
});

const choice = (id: number, label: string) => ({ id, label, is_hidden: false, value_color: '' });
const state = field(30, 'Status', {
  type: 'sb',
  bindings: { type: 'static', list: [] },
  values: [choice(301, 'Open'), choice(302, 'Closed')],
});

/** The same version in a tracker whose workflow leads from Open, where it stands, to Closed. */
function withWorkflow(of: ArtifactSnapshot): ArtifactSnapshot {
  const { field_id, type, label } = state;
  const values = [
    ...(of.artifact.values ?? []),
    { field_id, type, label, values: [], bind_value_ids: [301] },
  ];
  const fields = [...of.fields, state];
  const workflow = {
    ...{ field_id, is_used: '1', is_legacy: false, is_advanced: false },
    rules: { dates: [], lists: [] },
    transitions: [{ id: 5, from_id: 301, to_id: 302 }],
  };
  const tracker: Tracker = {
    ...{
      ...of.artifact.tracker,
      html_url: '',
      description: '',
      item_name: 'req',
      fields,
      workflow,
    },
    ...{ structure: [], semantics: {}, permissions_for_groups: null, parent: null, resources: [] },
  };
  return { ...of, fields, tracker, artifact: { ...of.artifact, values } };
}

test('X3: what the transition asks for is judged before it is sent, as in the prompt', () => {
  const draft: DraftState = {
    ...emptyDraft(withWorkflow(base)),
    values: new Map<number, unknown>([
      [links.field_id, ends(1, 2)],
      [30, [{ id: 302 }]],
    ]),
  };
  const conditions = {
    ...{ id: 5, from_id: 301, to_id: 302, authorized_user_group_ids: null },
    ...{ not_empty_field_ids: [effort.field_id], is_comment_required: false },
  };
  const newest = withWorkflow(version(20, [1, 3]));
  // Somebody emptied meanwhile what the transition needs.
  const values = (newest.artifact.values ?? []).map((one) =>
    one.field_id === effort.field_id ? { ...one, value: null } : one,
  );
  const emptied = { ...newest, artifact: { ...newest.artifact, values } };
  expect(rebaseSets(draft, newest, conditions)).not.toBeNull();
  expect(rebaseSets(draft, emptied, conditions)).toBeNull();
});
