import { expect, test } from 'vitest';
import {
  base,
  bens,
  benWasFirst,
  change,
  http,
  job,
  landed,
  lost,
  nothingNew,
  world,
} from '../../tests/fixtures/setups/saves';
import { anna, ben, changeset, snapshot } from '../../tests/fixtures/snapshots';
import { conditionOf } from './machine/condition';
import { lookFor } from './machine/saveMachine';
import type { News } from './machine/states';
import { saveArtifact } from './saveArtifact';

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

test('E16: "not yet" to a second try leaves unknown what is unknown of the first', async () => {
  const tried = { over: base, condition: conditionOf(base), change };
  const earlier = { attempt: { ...tried, joined: [], isPhantom: false }, error: lost };
  const { run, sent } = world([nothingNew, nothingNew], [http(401)], [false]);
  expect(await run(job({ earlier }))).toMatchObject({ kind: 'unknown', error: lost });
  expect(sent).toHaveLength(1);
});

test('E16: a fault of ours is thrown, not taken for an answer', async () => {
  const { run } = world([], ['ok']);
  await expect(run()).rejects.toThrow('one read too many');
});
