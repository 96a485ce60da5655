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
  mine,
  nothingNew,
  world,
} from '../../tests/fixtures/setups/saves';
import { anna, ben, changeset, field, snapshot } from '../../tests/fixtures/snapshots';
import { lookFrom } from './machine/saveMachine';
import { saveArtifact } from './saveArtifact';

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
