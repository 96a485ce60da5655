import { expect, test } from 'vitest';
import { createDraft } from '~/saving/draft/draft';
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
import { lastWriters, rowLine, writers } from './describe';
import { mergeArtifact } from './mergeArtifact';

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

test('X5: a set is told by what each side put in and took out', () => {
  const draft = createDraft(snapshot(10, { regions: [201] }));
  draft.set(regions, [{ id: 201 }, { id: 202 }]);
  const line = (held: number[]) => {
    const [row] = mergeArtifact(draft.state(), snapshot(20, { regions: held }));
    return row && rowLine(row, new Map(), 'ben');
  };
  expect(line([201, 203])).toBe('you: + EU; ben: + US');
  expect(line([203])).toBe('you: + EU; ben: + US, − APAC');
  expect(line([201])).toBe('+ EU');
});
