import { expect, test } from 'vitest';
import {
  anna,
  ben,
  changeset,
  effort,
  person,
  regions,
  snapshot,
  title,
} from '../../tests/fixtures/snapshots';
import { lastWriters, writers } from './describe';

test('X2: two people of one name are two writers; one person is one, however often', () => {
  const namesake = { ...person(150, 'ben2'), real_name: ben.real_name };
  const since = [
    changeset(11, { by: ben, second: 11 }),
    changeset(12, { by: namesake, second: 12 }),
    changeset(13, { by: ben, second: 13 }),
  ];
  const found = writers(since, anna.id ?? 0);
  expect(found.map(({ changesets }) => changesets.map(({ id }) => id))).toEqual([[11, 13], [12]]);
  expect(new Set(found.map(({ key }) => key)).size).toBe(2);
});

test('X2: each field names who changed it last, not who saved last', () => {
  const base = snapshot(10);
  const last = lastWriters(base, [
    changeset(11, { by: ben, second: 11, held: { effort: 8 } }),
    changeset(12, { by: anna, second: 12, held: { effort: 8, title: 'New' } }),
    changeset(13, {
      by: ben,
      second: 13,
      held: { effort: 8, title: 'New' },
      comment: 'Only words',
    }),
  ]);
  expect(last.get(effort.field_id)?.id).toBe(11);
  expect(last.get(title.field_id)?.id).toBe(12);
  expect(last.has(regions.field_id)).toBe(false);
});
