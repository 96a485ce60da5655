import { expect, test } from 'vitest';
import { aField, aGroup, aUser } from '../../../tests/fixtures/fields';
import { readField } from '../readField';
import { type OpenValues, openListField } from './openListField';

const field = aField('tbl', { hint: '', bindings: { type: 'static', list: [] } });
const alpha = { id: 507, label: 'Alpha', color: null, tlp_color: null, is_hidden: false };

function read(objects: object[], labels: string[]): OpenValues {
  const entry = { field_id: 7, type: 'tbl', label: 'Effort', bind_type: 'static' };
  const reading = readField(
    { ...entry, bind_value_objects: objects, bind_value_ids: labels },
    field,
  );
  expect(reading.issues).toEqual([]);
  return reading.value as OpenValues;
}

const objectsOf = (value: OpenValues, bound = 'static') =>
  openListField.write?.(value, { ...field, bindings: { type: bound, list: [] } }).value;

test('E6: a value of the field goes by its id, one that people typed by its text', () => {
  const value = read([{ id: 'o12', label: 'made up' }, alpha], ['made up', 'Alpha']);
  expect(openListField.toText(value, field)).toBe('Alpha, made up');
  expect(objectsOf(value)).toEqual({
    bind_value_objects: [{ id: 507, label: 'Alpha' }, { label: 'made up' }],
  });
});

test('E6: people and groups go with their ids, an address alone', () => {
  const people = read(
    [aUser(103, 'ben', ''), { id: 'o122', label: 'guest@example.com' }],
    [' (ben)', 'guest@example.com'],
  );
  expect(openListField.toText(people, field)).toBe('ben, guest@example.com');
  expect(objectsOf(people, 'users')).toEqual({
    bind_value_objects: [{ id: 103, username: 'ben' }, { email: 'guest@example.com' }],
  });
  const groups = read([aGroup('101_4', 'Project administrators')], ['Project administrators']);
  expect(objectsOf(groups, 'ugroups')).toEqual({
    bind_value_objects: [{ id: '101_4', short_name: 'project_administrators' }],
  });
});

test('E6: a group that the server stored by its name is that group, and goes with its id', () => {
  const qa = { ...aGroup('123', 'Reviewers'), short_name: 'reviewers' };
  const admins = aGroup('101_4', 'Project administrators');
  const teams = { ...field, bindings: { type: 'ugroups', list: [] }, values: [qa, admins] };
  const entry = { field_id: 7, type: 'tbl', label: 'Effort', bind_type: 'ugroups' };
  const typed = [
    { id: 'o9', label: 'reviewers' },
    { id: 'o10', label: admins.key },
    { id: 'o11', label: 'gone' },
  ];
  const objects = { bind_value_objects: typed, bind_value_ids: typed.map(({ label }) => label) };
  const { value, issues } = readField({ ...entry, ...objects }, teams);
  expect(issues).toEqual([]);
  expect(openListField.write?.(value as OpenValues, teams).value).toEqual({
    bind_value_objects: [
      { short_name: 'gone' },
      { id: '101_4', short_name: 'project_administrators' },
      { id: '123', short_name: 'reviewers' },
    ],
  });
});

test('E6: a comma ends a value on the server, and a label has its length: both are told before', () => {
  const typed = (label: string) => openListField.validate?.([{ id: null, label }], field);
  expect(typed('Alpha, beta')).toBe(
    '“Alpha, beta”: the server ends a value at its comma. Make a value of each part.',
  );
  expect(typed('x'.repeat(256))).toMatch(/has 256 characters; a value takes 255\.$/);
  expect(typed('😀'.repeat(255))).toBeUndefined();
  expect(openListField.validate?.([{ id: 507, label: 'Alpha, beta' }], field)).toBeUndefined();
});

test('A6: a person, a group or a value with a key renamed is not taken for another kind', () => {
  for (const whole of [aUser(103, 'ben', ''), aGroup('102', 'QA'), alpha]) {
    const { label, ...rest } = { label: undefined, ...whole };
    const odd = label === undefined ? { ...rest, display_name: undefined } : rest;
    const entry = { field_id: 7, type: 'tbl', label: 'Effort', bind_type: 'static' };
    const reading = readField({ ...entry, bind_value_objects: [odd], bind_value_ids: [] }, field);
    expect(reading.issues).not.toEqual([]);
  }
});

test('E6: a required list needs a value, and a typed one needs a name', () => {
  const required = { ...field, required: true };
  expect(openListField.validate?.([], required)).toBe('Effort is required.');
  expect(openListField.validate?.([{ id: null, label: ' ' }], field)).toBe(
    'A new value needs a name.',
  );
});
