import { expect, test } from 'vitest';
import { anna, ben, changeset, effort, field, title } from '../../tests/fixtures/snapshots';
import { findLanded } from './landed';

const due = field(6, 'Due', { type: 'date', is_time_displayed: true });
const base = { fields: [title, effort, due] };
const mine = changeset(12, { by: anna, second: 30, held: { effort: 8 }, comment: 'Agreed.' });

function sent(values: { field_id: number; [key: string]: unknown }[], body = 'Agreed.') {
  return { base, me: anna.id ?? 0, change: { values, comment: { body, format: 'text' as const } } };
}

const eight = { field_id: effort.field_id, value: 8 };

test('E16: blanks around the text and line ends do not hide my changeset', () => {
  expect(findLanded(sent([eight], ' Agreed.\n'), [mine])).toBe(mine);
  const lines = changeset(13, {
    by: anna,
    second: 31,
    held: { title: 'a\r\nb' },
    comment: 'Agreed.',
  });
  expect(findLanded(sent([{ field_id: title.field_id, value: 'a\nb ' }]), [mine, lines])).toBe(
    lines,
  );
});

test('E16: a moment that the server gives back in its own zone is the one that was sent', () => {
  const entry = {
    field_id: due.field_id,
    type: 'date',
    label: 'Due',
    value: '2026-12-24T16:30:00+00:00',
    is_time_displayed: true,
  };
  const stored = { ...mine, values: [...mine.values, entry] };
  const at = (value: string) => sent([{ field_id: due.field_id, value }]);
  expect(findLanded(at('2026-12-24T17:30:00+01:00'), [stored])).toBe(stored);
  expect(findLanded(at('2026-12-24T17:30:00+02:00'), [stored])).toBeUndefined();
});

test("E16: of two equal ones the oldest; never a colleague's, never one without my comment", () => {
  const double = { ...mine, id: 14 };
  expect(findLanded(sent([eight]), [mine, double])).toBe(mine);
  expect(findLanded(sent([eight]), [{ ...mine, submitted_by: ben.id }])).toBeUndefined();
  expect(findLanded(sent([eight], 'Refused.'), [mine])).toBeUndefined();
});

test('X8: groups that the server gives back in an order of its own are those that were sent', () => {
  const access = field(7, 'Access', { type: 'perm' });
  const entry = (ids: readonly string[]) => ({
    ...{ field_id: 7, type: 'perm', label: 'Access' },
    ...{ granted_groups: ids, granted_groups_ids: ids },
  });
  const stored = { ...mine, values: [...mine.values, entry(['122_14', '122_3', '122_4'])] };
  const of = { ...base, fields: [...base.fields, access] };
  const sentGroups = (groups: readonly string[]) => ({
    ...sent([{ field_id: 7, value: { granted_groups: groups } }]),
    base: of,
  });
  expect(findLanded(sentGroups(['122_3', '122_14', '122_4']), [stored])).toBe(stored);
  expect(findLanded(sentGroups(['122_3', '122_14']), [stored])).toBeUndefined();
});
