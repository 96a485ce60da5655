import { expect, test } from 'vitest';
import type { WriteEntry } from '~/fields/contract';
import { contractOf } from '~/fields/registry';
import { aField } from '../../fixtures/fields';
import { editOf } from './edits';
import { isToldOf, recordedFields } from './recordedFields';

const list = (type: string, bound: string | null) =>
  aField(type, { bindings: { type: bound, list: [] } });
const entry = (more: object): WriteEntry => ({ field_id: 7, ...more });
const people = (...bind_value_objects: object[]) => entry({ value: { bind_value_objects } });

/** Whether our own writer says the same as the entry, of which it got the edit. */
function writesTheSame(one: WriteEntry, field: ReturnType<typeof aField>): boolean {
  const edit = editOf(one, field);
  if (typeof edit === 'string') throw new Error(edit);
  const own = contractOf(field.type).write?.(edit.value, field);
  const again = own && editOf(own, field);
  return JSON.stringify(typeof again === 'object' && again.plain) === JSON.stringify(edit.plain);
}

test('E13: a person of an open list goes by id, with what the recording says beside it', () => {
  const field = list('tbl', 'users');
  expect(writesTheSame(people({ id: 104 }), field)).toBe(true);
  expect(writesTheSame(people({ username: 'bob', id: 103 }, { email: 'a@b.de' }), field)).toBe(
    true,
  );
  const [one, other] = [people({ id: 104 }), people({ id: 105 })].map((each) =>
    editOf(each, field),
  );
  expect(one).not.toEqual(other);
});

test('E13: what the app has no way to write is named, not taken for an empty edit', () => {
  const named = (one: WriteEntry, field: ReturnType<typeof aField>) =>
    expect(editOf(one, field)).toEqual(expect.any(String));
  named(people({ username: 'bob' }), list('tbl', 'users'));
  named(entry({ bind_value_ids: ['Bob'] }), list('tbl', 'users'));
  named(entry({ value: 'Open' }), list('sb', 'static'));
  named(entry({ bind_value_ids: [1] }), list('sb', null));
  named(entry({ links: [{ id: 5 }], parent: { id: 7 } }), aField('art_link'));
  named(entry({ value: 'secret' }), aField('Encrypted'));
  expect(editOf(entry({ links: [{ id: 5 }] }), aField('art_link'))).toEqual(expect.any(Object));
});

const value = (type: string, more: object) => ({ field_id: 1, type, label: 'One', ...more });

test('E13: a field that no tracker describes is what its values show', () => {
  const group = { id: '129_4', users_uri: 'user_groups/129_4/users', label: 'Admins' };
  const fieldOf = (...values: object[]) => recordedFields([{ values: null }, { values }]).get(1);
  expect(fieldOf(value('date', { is_time_displayed: true }))).toMatchObject({
    type: 'date',
    is_time_displayed: true,
  });
  const bound = (...values: object[]) => fieldOf(...values)?.bindings.type;
  expect(bound(value('sb', { values: [] }), value('sb', { values: [group] }))).toBe('ugroups');
  expect(bound(value('msb', { values: [{ id: 102, display_name: 'Bob' }] }))).toBe('users');
  expect(bound(value('sb', { values: [{ id: 4, label: 'Open' }] }))).toBe('static');
  expect(bound(value('sb', { values: [], bind_value_ids: [100] }))).toBeNull();
});

test('E13: a description that was not understood is found out', () => {
  const odd = { fields: [{ field_id: 9, type: 'string', label: 12 }] };
  expect(recordedFields([odd]).has(9)).toBe(false);
  expect([isToldOf(9, odd), isToldOf(8, odd)]).toEqual([true, false]);
  expect(recordedFields([{ fields: [aField('int')] }]).get(7)).toEqual(aField('int'));
});
