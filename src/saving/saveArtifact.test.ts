import { expect, test } from 'vitest';
import type { ArtifactChange } from '~/api/artifacts/change';
import { ApiError } from '~/api/error';
import { anna, ben, changeset, effort, field, snapshot } from '../../tests/fixtures/snapshots';
import { type Condition, conditionOf } from './machine/condition';
import { lookFor, lookFrom } from './machine/saveMachine';
import type { News, SaveJob } from './machine/states';
import { type SavePort, saveArtifact } from './saveArtifact';
import type { SaveStep } from './steps/steps';

const asked = { method: 'PUT', path: '/api/artifacts/431' };
const http = (status: number) =>
  new ApiError('http', `Status ${status}`, { request: asked, status });
const lost = new ApiError('network', 'No answer came.', { request: asked, reason: 'timeout' });

const base = snapshot(10);
const change: ArtifactChange = { values: [{ field_id: effort.field_id, value: 8 }] };

function job(more: Partial<SaveJob> = {}): SaveJob {
  return { base, change, me: 102, ...more };
}

const nothingNew: News = { version: base, since: [] };
const mine = changeset(12, { by: anna, second: 30, held: { effort: 8 } });
const bens = changeset(11, { by: ben, second: 20, held: { effort: 13 } });
const landed: News = { version: snapshot(30, { effort: 8 }), since: [mine] };
const benWasFirst: News = { version: snapshot(20, { effort: 13 }), since: [bens] };

/** A world that answers reads and writes in turn, and keeps what it was asked. */
function world(
  reads: (News | ApiError)[],
  writes: ('ok' | ApiError)[],
  answers: readonly boolean[] = [],
) {
  const left = [...answers];
  const sent: Condition[] = [];
  const steps: SaveStep[] = [];
  const port: SavePort = {
    async read() {
      const answer = reads.shift();
      if (!answer) throw new Error('one read too many');
      if (answer instanceof ApiError) throw answer;
      return answer;
    },
    async write(_id, _change, condition) {
      sent.push(condition);
      const answer = writes.shift();
      if (!answer) throw new Error('one write too many');
      if (answer !== 'ok') throw answer;
      return null;
    },
  };
  const ask = async () => {
    const answer = left.shift();
    if (answer === undefined) throw new Error('one question too many');
    return answer;
  };
  const run = (of = job()) => saveArtifact(of, port, { onStep: (step) => steps.push(step), ask });
  return { run, sent, steps, port };
}

test('X2: a save goes out with the ETag of its base and is read back', async () => {
  const { run, sent, steps } = world([landed], ['ok']);
  const outcome = await run();
  expect(sent).toEqual([{ kind: 'etag', value: base.etag }]);
  expect(steps).toEqual(['writing', 'auditing', 'done']);
  expect(outcome).toMatchObject({ kind: 'saved', changeset: { id: 12 }, overtaken: [] });
});

test('E13: nothing changed sends nothing', async () => {
  const { run, sent } = world([], []);
  expect(await run(job({ change: { values: [] } }))).toEqual({ kind: 'unchanged' });
  expect(sent).toEqual([]);
});

test('X4: a 412 with a newer changeset is a conflict, and nothing more is sent', async () => {
  const { run, sent } = world([benWasFirst], [http(412)]);
  expect(await run()).toEqual({
    kind: 'conflict',
    base,
    theirs: benWasFirst.version,
    since: [bens],
  });
  expect(sent).toHaveLength(1);
});

test('X4: a change that I may not see (no changeset, another date) is still a conflict', async () => {
  const { run } = world([{ version: snapshot(20), since: [] }], [http(412)]);
  expect(await run()).toMatchObject({ kind: 'conflict', since: [] });
});

test('E16: a 412 because the browser sent it twice is no conflict: the first copy is found', async () => {
  const { run, sent, steps } = world([landed], [http(412)]);
  expect(await run()).toMatchObject({ kind: 'saved', how: 'found', changeset: { id: 12 } });
  expect(sent).toHaveLength(1);
  expect(steps).toEqual(['writing', 'comparing', 'done']);
});

test('E16: a 412 whose look fails is not "nothing was changed": it is unknown until the next look', async () => {
  const unread = world([http(503)], [http(412)]);
  const outcome = await unread.run();
  expect(outcome).toMatchObject({ kind: 'unknown', search: 'failed', error: { status: 412 } });
  if (outcome.kind !== 'unknown') return;
  const from = lookFor(outcome);
  const look = (news: News) => saveArtifact(job(), world([news], []).port, { from });
  expect(await look(landed)).toMatchObject({ kind: 'saved', how: 'found' });
  expect(await look(benWasFirst)).toMatchObject({ kind: 'conflict', since: [bens] });
  expect(await look(nothingNew)).toMatchObject({ kind: 'refused', error: { status: 412 } });
});

test('X9: a 412 with nothing newer goes out once more with the cleaned validator', async () => {
  const mangled = { ...base, etag: `W/"${base.etag}-gzip"` };
  const { run, sent } = world([{ version: mangled, since: [] }, landed], [http(412), 'ok']);
  expect(await run(job({ base: mangled }))).toMatchObject({ kind: 'saved', isPhantom: true });
  expect(sent).toEqual([
    { kind: 'etag', value: mangled.etag },
    { kind: 'etag', value: base.etag },
  ]);
});

test('X9: a second 412 with nothing newer is told, not tried for ever', async () => {
  const { run, sent } = world([nothingNew, nothingNew], [http(412), http(412)]);
  expect(await run()).toMatchObject({ kind: 'refused', error: { status: 412 } });
  expect(sent).toEqual([
    { kind: 'etag', value: base.etag },
    { kind: 'date', value: base.lastModified },
  ]);
});

test('X1: without any validator the newest state is compared before anything is sent', async () => {
  const blind = { ...base, etag: null, lastModified: null };
  const same = world([{ version: blind, since: [] }, landed], ['ok']);
  expect(await same.run(job({ base: blind }))).toMatchObject({ kind: 'saved' });
  expect(same.steps).toEqual(['checking', 'writing', 'auditing', 'done']);

  const moved = world([benWasFirst], []);
  expect(await moved.run(job({ base: blind }))).toMatchObject({ kind: 'conflict' });
  expect(moved.sent).toEqual([]);
});

test('X8: a changeset of somebody else between base and save is found afterwards', async () => {
  const { run } = world([{ version: landed.version, since: [bens, mine] }], ['ok']);
  expect(await run()).toMatchObject({ kind: 'saved', overtaken: [{ id: 11 }] });
});

test('X8: what somebody saved after mine is not a lost update', async () => {
  const later = changeset(13, { by: ben, second: 31, held: { effort: 8, title: 'New' } });
  const { run } = world([{ version: landed.version, since: [mine, later] }], ['ok']);
  expect(await run()).toMatchObject({ kind: 'saved', changeset: { id: 12 }, overtaken: [] });
});

test.each([lost, http(502), http(500)])(
  'E16: an answer lost after the commit is found: %s',
  async (error) => {
    const { run, sent } = world([landed], [error]);
    expect(await run()).toMatchObject({ kind: 'saved', how: 'found', changeset: { id: 12 } });
    expect(sent).toHaveLength(1);
  },
);

test('E16: an answer lost and nothing found stays unknown and is not sent again by itself', async () => {
  const { run, sent } = world([nothingNew], [lost]);
  expect(await run()).toMatchObject({ kind: 'unknown', search: 'notFound' });
  expect(sent).toHaveLength(1);
});

test('E16: when looking fails too, that is said', async () => {
  const { run } = world([lost], [lost]);
  expect(await run()).toMatchObject({ kind: 'unknown', search: 'failed' });
});

/** A second try of a save whose answer was lost. */
const again = job({
  earlier: {
    attempt: { over: base, condition: conditionOf(base), change, joined: [], isPhantom: false },
    error: lost,
  },
});

test('E16: a second try looks for the first one before anything is sent', async () => {
  const there = world([landed], []);
  expect(await there.run(again)).toMatchObject({ how: 'found' });
  expect(there.sent).toEqual([]);

  const notThere = world([nothingNew, landed], ['ok']);
  expect(await notThere.run(again)).toMatchObject({ how: 'answered' });
});

test('E16: when the look before a second try fails, the first one is as unknown as before', async () => {
  const { run, sent } = world([http(503)], []);
  const outcome = await run(again);
  expect(outcome).toMatchObject({ kind: 'unknown', search: 'failed', error: lost });
  expect(sent).toEqual([]);
});

test.each([504, 520, 524])(
  'E16: after a %i of a proxy the request may still be on its way',
  async (status) => {
    const { run } = world([nothingNew], [http(status)]);
    expect(await run()).toMatchObject({ kind: 'unknown', search: 'notFound' });
  },
);

test("E16: a colleague's equal value is not mistaken for mine", async () => {
  const same = changeset(12, { by: ben, second: 30, held: { effort: 8 } });
  const { run } = world([{ version: landed.version, since: [same] }], [lost]);
  expect(await run()).toMatchObject({ kind: 'unknown' });
});

test('E16: my changeset without my comment is not the one that was sent', async () => {
  const { run } = world([landed], [lost]);
  const withComment = { ...change, comment: { body: 'Agreed.', format: 'commonmark' as const } };
  expect(await run(job({ change: withComment }))).toMatchObject({ kind: 'unknown' });
});

test('E16: my comment with a value that the server stored otherwise is there: it does not go out again', async () => {
  const comment = { body: 'Agreed.', format: 'commonmark' as const };
  const said = changeset(12, { by: anna, second: 30, held: { effort: 5 }, comment: 'Agreed.' });
  const news = { version: snapshot(30, { effort: 5 }), since: [said] };
  const of = job({ change: { ...change, comment } });
  const { run, sent } = world([news], [lost]);
  expect(await run(of)).toMatchObject({ how: 'commented', changeset: said, overtaken: [] });
  expect(sent).toHaveLength(1);
  // It was there before this save, which was put together with it: another one of mine.
  const attempt = { over: news.version, condition: conditionOf(base), change: of.change };
  const earlier = { attempt: { ...attempt, joined: [said], isPhantom: false }, error: lost };
  const from = lookFor(earlier);
  const look = await saveArtifact(of, world([news], []).port, { from });
  expect(look).toMatchObject({ kind: 'unknown', search: 'notFound' });
  const refused = world([news], [http(412)]);
  expect(await refused.run(of)).toMatchObject({ kind: 'conflict' });
});

test('E12: a plain refusal is final and needs no search', async () => {
  const { run, steps } = world([], [http(400)]);
  expect(await run()).toMatchObject({ kind: 'refused', error: { status: 400 } });
  expect(steps).toEqual(['writing', 'done']);
});

test('D4: a 400 to links is looked up, as the artifact itself may have been saved', async () => {
  const links = { values: [{ field_id: 9, all_links: [] }] };
  const { run, steps } = world([nothingNew], [http(400)]);
  expect(await run(job({ change: links }))).toMatchObject({ kind: 'refused' });
  expect(steps).toContain('searching');
});

test('D4: links refused after the artifact itself was saved: found, with what the server said', async () => {
  const links = field(9, 'Links', { type: 'art_link', allowed_types: [] });
  const linking = { ...base, fields: [...base.fields, links] };
  const entry = { field_id: 9, type: 'art_link', label: 'Links', links: [], reverse_links: [] };
  const noted = { ...mine, values: [...mine.values, entry] };
  const sent = { values: [...change.values, { field_id: 9, links: [] }] };
  const { run } = world([{ ...landed, since: [noted] }], [http(403)]);
  expect(await run(job({ base: linking, change: sent }))).toMatchObject({
    kind: 'saved',
    how: 'found',
    despite: { status: 403 },
  });
});

test('D1: without a validator a comment in the second of the base stands in the way of nothing', async () => {
  const blind = { ...base, etag: null, lastModified: null };
  const said = changeset(11, { by: ben, second: 10, comment: 'Looks good.' });
  const { run, sent } = world([{ version: blind, since: [said] }, landed], ['ok']);
  expect(await run(job({ base: blind }))).toMatchObject({ kind: 'saved', changeset: { id: 12 } });
  expect(sent).toHaveLength(1);
  const written = changeset(11, { by: ben, second: 10, held: { effort: 13 } });
  const other = world([{ version: blind, since: [written] }], []);
  expect((await other.run(job({ base: blind }))).kind).toBe('conflict');
  // Written and taken back within that second: the values are those of the base.
  const back = changeset(12, { by: ben, second: 10 });
  const [there, then] = [{ version: blind, since: [written, back] }, landed];
  expect((await world([there, then], ['ok']).run(job({ base: blind }))).kind).toBe('saved');
});

test('X8: what stands between an equal save of another tab of mine and this one was replaced, and is told', async () => {
  const first = changeset(11, { by: anna, second: 20, held: { effort: 8 } });
  const between = changeset(12, { by: ben, second: 20, held: { effort: 13 } });
  const last = changeset(13, { by: anna, second: 20, held: { effort: 8 } });
  const { run } = world([{ version: landed.version, since: [first, between, last] }], ['ok']);
  expect(await run()).toMatchObject({ changeset: { id: 13 }, overtaken: [between] });
});

test('J4: after a 401 the look waits for the new sign-in, then "send now?" is asked, and it goes out once more', async () => {
  const { run, sent, steps } = world([nothingNew, nothingNew, landed], [http(401), 'ok'], [true]);
  expect(await run()).toMatchObject({ kind: 'saved', how: 'answered', changeset: { id: 12 } });
  const asked = ['returning', 'asking', 'checking'];
  expect(steps).toEqual(['writing', ...asked, 'writing', 'auditing', 'done']);
  expect(sent).toHaveLength(2);
});

test('J4: "not yet" sends nothing more, and so does a page where nobody can be asked', async () => {
  const { run, sent } = world([nothingNew], [http(401)], [false]);
  expect(await run()).toEqual({ kind: 'held' });
  expect(sent).toHaveLength(1);
  const alone = world([nothingNew], [http(401)]);
  expect(await saveArtifact(job(), alone.port)).toEqual({ kind: 'held' });
  expect(alone.sent).toHaveLength(1);
});

test('J4: the sign-in ended before anything was sent, in the read that comes first: asked as well', async () => {
  for (const isWanted of [true, false]) {
    const { port, sent, steps } = world([nothingNew, nothingNew, landed], ['ok']);
    const first = job({ rebase: () => change });
    const ask = async () => isWanted;
    const options = { ask, isBack: () => true, onStep: (step: SaveStep) => steps.push(step) };
    const outcome = await saveArtifact(first, port, options);
    expect(outcome.kind).toBe(isWanted ? 'saved' : 'held');
    expect(sent).toHaveLength(isWanted ? 1 : 0);
    expect(steps.filter((step) => step === 'asking')).toHaveLength(1);
  }
});

test('J4: while the question stood another tab sent it: found, and not sent again', async () => {
  const { run, sent } = world([nothingNew, landed], [http(401)], [true]);
  expect(await run()).toMatchObject({ kind: 'saved', how: 'found', changeset: { id: 12 } });
  expect(sent).toHaveLength(1);
});

test('J4: while the question stood somebody saved: a conflict, nothing is sent over it', async () => {
  const { run, sent } = world([nothingNew, benWasFirst], [http(401)], [true]);
  expect(await run()).toMatchObject({ kind: 'conflict', since: [bens] });
  expect(sent).toHaveLength(1);
});

test('E16: "not yet" to a second try leaves unknown what is unknown of the first', async () => {
  const tried = { over: base, condition: conditionOf(base), change };
  const earlier = { attempt: { ...tried, joined: [], isPhantom: false }, error: lost };
  const { run, sent } = world([nothingNew, nothingNew], [http(401)], [false]);
  expect(await run(job({ earlier }))).toMatchObject({ kind: 'unknown', error: lost });
  expect(sent).toHaveLength(1);
});

test('C4: what landed although a 401 came back is found and not sent again', async () => {
  const { run, sent } = world([landed], [http(401)]);
  expect(await run()).toMatchObject({ kind: 'saved', how: 'found' });
  expect(sent).toHaveLength(1);
});

test('C4: somebody saved while one signed in: a conflict, nothing is sent', async () => {
  const { run, sent } = world([benWasFirst], [http(401)]);
  expect(await run()).toMatchObject({ kind: 'conflict', since: [bens] });
  expect(sent).toHaveLength(1);
});

test('C4: a second 401, and a sign-in that never came, are told as what they are', async () => {
  const twice = world([nothingNew, nothingNew], [http(401), http(401)], [true]);
  expect(await twice.run()).toMatchObject({ kind: 'refused', error: { status: 401 } });
  const never = world([http(401)], [http(401)]);
  expect(await never.run()).toMatchObject({ kind: 'refused', error: { status: 401 } });
  expect(never.sent).toHaveLength(1);
});

test('X8: saved, but reading back failed: still saved', async () => {
  const { run } = world([lost], ['ok']);
  expect(await run()).toMatchObject({ kind: 'saved', news: null });
});

test('X8: saved, but reading back failed: the next look finds whom it overtook, and sends nothing', async () => {
  const news = { version: landed.version, since: [bens, mine] };
  const { run, port, sent } = world([lost, http(503), news], ['ok']);
  let outcome = await run();
  for (const isRead of [false, true]) {
    const from = lookFrom(outcome) ?? undefined;
    expect(from).toMatchObject({ step: 'auditing' });
    outcome = await saveArtifact(job(), port, { from });
    expect(outcome).toMatchObject({ kind: 'saved', overtaken: isRead ? [{ id: 11 }] : [] });
  }
  expect(outcome).toMatchObject({ how: 'answered', changeset: { id: 12 } });
  expect(lookFrom(outcome)).toBeNull();
  expect(sent).toHaveLength(1);
});

test.each([
  { says: 'when it was stored', storedAt: mine.submitted_on, own: 12, overtaken: [11] },
  { says: 'nothing', storedAt: null, own: 14, overtaken: [11, 13] },
])(
  'X8: read back late, an equal save of another tab hides nobody; the answer says $says',
  async (told) => {
    const again = changeset(13, { by: ben, second: 40, held: { effort: 5 } });
    const mineElsewhere = changeset(14, { by: anna, second: 50, held: { effort: 8 } });
    const since = [bens, mine, again, mineElsewhere];
    const { port } = world([{ version: snapshot(50, { effort: 8 }), since }], []);
    const outcome = await saveArtifact(job(), { ...port, write: async () => told.storedAt });
    if (outcome.kind !== 'saved') throw new Error(outcome.kind);
    expect(outcome.changeset?.id).toBe(told.own);
    expect(outcome.overtaken.map(({ id }) => id)).toEqual(told.overtaken);
  },
);

test('E16: a fault of ours is thrown, not taken for an answer', async () => {
  const { run } = world([], ['ok']);
  await expect(run()).rejects.toThrow('one read too many');
});
