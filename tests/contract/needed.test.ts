import { expect, test } from 'vitest';
import type { Field, Tracker } from '~/api/trackers';
import { aField, aGroupValue, aStaticValue } from '../fixtures/fields';
import { neededValues } from './needed';

const title = aField('string', { field_id: 1, label: 'Title' });

function tracker(field: Field, more: Partial<Tracker> = {}): Tracker {
  const whole = {
    id: 5,
    fields: [title, aField('int', { field_id: 9 }), { ...field, field_id: 7, required: true }],
    semantics: { title: { field_id: 1 } },
    workflow: null,
    ...more,
  };
  return whole as unknown as Tracker;
}

const first = (type: string, facts: Partial<Field> = {}, more: Partial<Tracker> = {}) =>
  neededValues(tracker(aField(type, facts), more), 'A title')[1];

const bound = (type: string) => ({ bindings: { type, list: [] } });
const choices = [
  aStaticValue(3, 'Old', { is_hidden: true }),
  aStaticValue(4, 'New'),
  aStaticValue(5, 'Done'),
];

test('Truth: a new artifact has its title and, of each required type, a value that the server takes', () => {
  expect(neededValues(tracker(aField('string')), 'A title')).toEqual([
    { field_id: 1, value: 'A title' },
    { field_id: 7, value: 'A title' },
  ]);
  expect(first('int')).toEqual({ field_id: 7, value: 1 });
  expect(first('date')).toMatchObject({ value: '2026-01-31' });
  expect(first('text')).toMatchObject({ value: { content: 'A title', format: 'text' } });
  expect(first('sb', { ...bound('static'), values: choices })).toMatchObject({
    bind_value_ids: [4],
  });
  const group = aGroupValue(124, '129_4', 'Admins');
  expect(first('msb', { ...bound('ugroups'), values: [group] })).toMatchObject({
    bind_value_ids: ['129_4'],
  });
  expect(first('tbl', { ...bound('static'), values: choices })).toMatchObject({
    value: { bind_value_objects: [{ id: 4, label: 'New' }] },
  });
});

test('Truth: defaults and first transitions come before the first choice', () => {
  const list = { ...bound('static'), values: choices };
  const preset = { ...list, default_value: [{ id: 5, label: 'Done' }] };
  expect(first('sb', preset)).toMatchObject({ bind_value_ids: [5] });
  const workflow = {
    field_id: 7,
    is_used: '1',
    transitions: [{ id: 1, from_id: null, to_id: 5 }],
  } as unknown as Tracker['workflow'];
  expect(first('sb', list, { workflow })).toMatchObject({ bind_value_ids: [5] });
});

test('Truth: a tracker that asks for what cannot be made up is named, and why', () => {
  for (const type of ['file', 'art_link', 'Encrypted', 'plugin_field']) {
    expect(() => first(type)).toThrow(/Tracker 5 does not fit .*“Effort” \(/);
  }
  expect(() => first('sb', { ...bound('users'), values: [] })).toThrow('does not fit');
});
