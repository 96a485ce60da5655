import { expect, test } from 'vitest';
import { whyNotBring } from '~/changesets/restore';
import { aUser, aUserValue } from '../../../tests/fixtures/fields';
import { ben, changeset, field, snapshot } from '../../../tests/fixtures/snapshots';
import { compareRows, sourceFor } from './rows';
import { type LoadedSide, readSide, writeSide } from './side';

function side(held: Parameters<typeof snapshot>[1], id = 431): LoadedSide {
  const now = snapshot(10, held);
  return {
    side: { artifact: id, changeset: null },
    now: { ...now, artifact: { ...now.artifact, id } },
    changeset: null,
  };
}

const choice = (id: number, label: string) => ({ id, label, is_hidden: false, value_color: '' });

/** The same artifact in a tracker of its own: other ids, the regions in other words. */
function elsewhere(held: Parameters<typeof snapshot>[1], labels: [number, string][]): LoadedSide {
  const { now, ...rest } = side(held, 500);
  const shift = <One extends { field_id: number }>(one: One) => ({
    ...one,
    field_id: one.field_id + 100,
  });
  const fields = now.fields.map((one) => ({
    ...shift(one),
    ...(one.type === 'msb' ? { values: labels.map(([id, label]) => choice(id, label)) } : {}),
  }));
  const held2 = (now.artifact.values ?? []).map(shift);
  return { ...rest, now: { ...now, fields, artifact: { ...now.artifact, values: held2 } } };
}

const labelsOf = (rows: ReturnType<typeof compareRows>) =>
  rows.filter(({ isSame }) => !isSame).map(({ label }) => label);

test('V6: two artifacts of one tracker differ where their values do', () => {
  const rows = compareRows(
    side({ effort: 3, regions: [201] }),
    side({ effort: 5, regions: [201] }, 433),
  );
  expect(labelsOf(rows)).toEqual(['Effort']);
  expect(rows.find(({ label }) => label === 'Effort')?.change).toMatchObject({
    before: '3',
    after: '5',
  });
  expect(rows.map(({ label }) => label)).not.toContain('Rank');
});

test('V6: of another tracker fields answer by name, and choices by their words', () => {
  const a = side({ regions: [201] });
  const b = elsewhere({ regions: [901] }, [
    [901, 'APAC'],
    [902, 'Moon'],
  ]);
  expect(labelsOf(compareRows(a, b))).toEqual([]);
  const other = elsewhere({ regions: [902] }, [
    [901, 'APAC'],
    [902, 'Moon'],
  ]);
  expect(labelsOf(compareRows(a, other))).toEqual(['Regions']);
});

test('V6: a value that has no counterpart there cannot be copied, and says so', () => {
  const a = side({ regions: [202] });
  const b = elsewhere({}, [[901, 'APAC']]);
  const row = compareRows(a, b).find(({ label }) => label === 'Regions');
  if (!row?.a || !row.b) throw new Error('no row of the regions');
  const source = sourceFor(row.a, row.b.field, { from: a, to: b });
  expect(whyNotBring(b.now, source)).toBe('Regions cannot take that value here');
  const title = compareRows(a, b).find(({ label }) => label === 'Title');
  if (!title?.a || !title.b) throw new Error('no row of the title');
  const same = sourceFor(title.a, title.b.field, { from: a, to: b });
  expect(whyNotBring(b.now, same)).toBeNull();
});

test('V6: a field that only one side has is a difference where it holds something', () => {
  const a = side({});
  const b = side({}, 433);
  const extra = field(50, 'Budget', { type: 'int' });
  const entry = { field_id: 50, type: 'int', label: 'Budget', value: 9 };
  const now = {
    ...b.now,
    fields: [...b.now.fields, extra],
    artifact: { ...b.now.artifact, values: [...(b.now.artifact.values ?? []), entry] },
  };
  expect(labelsOf(compareRows(a, { ...b, now }))).toEqual(['Budget']);
});

test('H3: two changesets of one artifact are compared as sums of what came between', () => {
  const then = {
    ...side({}),
    changeset: changeset(9, { by: ben, second: 2, held: { effort: 1 } }),
  };
  const rows = compareRows(then, side({ effort: 8, title: 'New' }));
  expect(labelsOf(rows)).toEqual(['Title', 'Effort']);
});

test.each([
  ['431', { artifact: 431, changeset: null }],
  ['431.9803', { artifact: 431, changeset: 9803 }],
])('V6: %s in the address is a side', (text, expected) => {
  expect(readSide(text)).toEqual(expected);
  expect(writeSide(expected)).toBe(text);
});

test.each(['', 'x', '431.', '431.x', '1.2.3', '-1', '0'])('V6: %s is none', (text) => {
  expect(readSide(text)).toBeNull();
});

test('V6: two people of one name are two, also where the other list knows only one of them', () => {
  const named = (id: number, held: number): LoadedSide => {
    const { now, ...rest } = side({}, id);
    const list = field(id, 'Owner', {
      type: 'sb',
      name: 'owner',
      bindings: { type: 'users', list: [] },
      values: [aUserValue(held, `anna${held}`, 'Anna Arndt')],
    });
    const value = { field_id: id, type: 'sb', label: 'Owner', values: [], bind_value_ids: [held] };
    return {
      ...rest,
      now: { ...now, fields: [list], artifact: { ...now.artifact, id, values: [value] } },
    };
  };
  const isSame = (a: LoadedSide, b: LoadedSide) => compareRows(a, b).map((row) => row.isSame);
  expect(isSame(named(431, 102), named(500, 150))).toEqual([false]);
  expect(isSame(named(431, 102), named(500, 102))).toEqual([true]);
});

test('V6: open lists of people are the same where the people are, in whichever tracker', () => {
  const holding = (id: number, people: readonly object[]): LoadedSide => {
    const { now, ...rest } = side({}, id);
    const facts = { type: 'tbl', name: 'cc', bindings: { type: 'users', list: [] } };
    const value = {
      ...{ field_id: id, type: 'tbl', label: 'CC', bind_type: 'users' },
      ...{ bind_value_objects: people, bind_value_ids: [] },
    };
    const artifact = { ...now.artifact, id, values: [value] };
    return { ...rest, now: { ...now, fields: [field(id, 'CC', facts)], artifact } };
  };
  const isSame = (a: readonly object[], b: readonly object[]) =>
    compareRows(holding(431, a), holding(500, b)).map((row) => row.isSame);
  const [anna, twin] = [aUser(102, 'anna', 'Anna Arndt'), aUser(150, 'anna2', 'Anna Arndt')];
  expect(isSame([], [])).toEqual([true]);
  expect(isSame([anna], [anna])).toEqual([true]);
  expect(isSame([anna], [twin])).toEqual([false]);
});
