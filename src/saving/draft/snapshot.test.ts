import { expect, test } from 'vitest';
import { anna, at, ben, changeset, field, snapshot } from '../../../tests/fixtures/snapshots';
import { changesetsIn, changesetsSince, reachesBack } from './snapshot';

const base = snapshot(10, { effort: 5 });
const ids = (list: { id: number }[]) => list.map(({ id }) => id);

test('X2: what came after the second of the base is since, oldest first', () => {
  const newest = [
    changeset(12, { by: ben, second: 12, held: { effort: 7 } }),
    changeset(11, { by: ben, second: 11, held: { effort: 6 } }),
    changeset(10, { by: anna, second: 10, held: { effort: 5 } }),
    changeset(9, { by: anna, second: 2, held: { effort: 4 } }),
  ];
  expect(ids(changesetsSince(newest, base))).toEqual([11, 12]);
});

test("X8: a changeset in the base's own second counts when it holds other values than the base", () => {
  const newest = [
    changeset(11, { by: ben, second: 10, held: { effort: 6 } }),
    changeset(10, { by: anna, second: 10, held: { effort: 5 } }),
    changeset(9, { by: anna, second: 10, held: { effort: 4 } }),
  ];
  expect(ids(changesetsSince(newest, base))).toEqual([11]);
});

test('X8: a field that had no value yet counts too when somebody sets it in that second', () => {
  const values = base.artifact.values?.filter(({ type }) => type !== 'int') ?? null;
  const unset = { ...base, artifact: { ...base.artifact, values } };
  const newest = [
    changeset(11, { by: ben, second: 10, held: { effort: 6 } }),
    changeset(10, { by: anna, second: 10, held: { effort: null } }),
    changeset(9, { by: anna, second: 2, held: { effort: null } }),
  ];
  expect(ids(changesetsSince(newest, unset))).toEqual([11]);
});

test("E16: a comment in the base's own second is since, though it changed no value", () => {
  const newest = [
    changeset(11, { by: anna, second: 10, held: { effort: 5 }, comment: 'Agreed.' }),
    changeset(10, { by: anna, second: 10, held: { effort: 5 } }),
  ];
  expect(ids(changesetsSince(newest, base))).toEqual([11]);
});

test('X8: when no changeset of that second looks like the base, rather one too many is shown', () => {
  const newest = [
    changeset(11, { by: ben, second: 10, held: { effort: 7 } }),
    changeset(10, { by: anna, second: 10, held: { effort: 6 } }),
  ];
  expect(ids(changesetsSince(newest, base))).toEqual([11]);
});

test("X8: what only the server writes, as it is now and not as it was then, hides no changeset of the base's second", () => {
  const updated = field(20, 'Last update', { type: 'lud', permissions: ['read'] });
  const lud = (n: number) => ({ field_id: 20, type: 'lud', label: 'Last update', value: at(n) });
  const values = [...(base.artifact.values ?? []), lud(10)];
  const with10 = {
    ...{ ...base, artifact: { ...base.artifact, values } },
    fields: [...base.fields, updated],
  };
  const now = (one: ReturnType<typeof changeset>) => ({ ...one, values: [...one.values, lud(12)] });
  const newest = [
    now(changeset(12, { by: anna, second: 12, held: { effort: 7 } })),
    now(changeset(10, { by: anna, second: 10, held: { effort: 5 } })),
    now(changeset(9, { by: ben, second: 10, held: { effort: 4 } })),
  ];
  expect(ids(changesetsSince(newest, with10))).toEqual([12]);
});

test('D2: a version does not hold a changeset that set a field which it has no value for', () => {
  const values = base.artifact.values?.filter(({ type }) => type !== 'int') ?? null;
  const unset = { ...base, artifact: { ...base.artifact, values } };
  const since = [
    changeset(10, { by: anna, second: 10, held: { effort: null } }),
    changeset(11, { by: ben, second: 10, held: { effort: 6 } }),
  ];
  expect(ids(changesetsIn(unset, since))).toEqual([10]);
});

test('X2: a page reaches back when it holds something older than the base, or everything', () => {
  const later = [changeset(12, { by: ben, second: 12 }), changeset(11, { by: ben, second: 10 })];
  expect(reachesBack({ changesets: later, offset: 3, size: 5 }, base)).toBe(false);
  expect(reachesBack({ changesets: later, offset: 0, size: 2 }, base)).toBe(true);
  const further = [...later, changeset(9, { by: anna, second: 9 })];
  expect(reachesBack({ changesets: further, offset: 3, size: 6 }, base)).toBe(true);
});
