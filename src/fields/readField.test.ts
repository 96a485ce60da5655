import { describe, expect, test } from 'vitest';
import { forgetUnexpected, unexpectedShapes } from '~/api/requests/unexpected';
import { aField, aListField, aStaticValue } from '../../tests/fixtures/fields';
import { changedEntries } from './changedEntries';
import { readField, readFields } from './readField';

const title = aField('string', { field_id: 1, label: 'Title' });
const effort = aField('int', { field_id: 2, label: 'Effort' });
const status = aListField('sb', [aStaticValue(101, 'Open')], { field_id: 3, label: 'Status' });
const matrix = aField('plugin_matrix', { field_id: 4, label: 'Matrix' });
const fieldset = aField('fieldset', { field_id: 5, label: 'Details' });
const fields = [title, effort, status, matrix, fieldset];

const titleEntry = { field_id: 1, type: 'string', label: 'Title', value: 'Pump' };
const matrixEntry = { field_id: 4, type: 'plugin_matrix', label: 'Matrix', rows: [[1, 2]] };

describe('reading', () => {
  test('A6: an entry of another shape is kept raw, with what is wrong, and cannot be written', () => {
    const entry = { field_id: 2, type: 'int', label: 'Effort', value: '5' };
    const reading = readField(entry, effort);
    expect(reading.contract.id).toBe('unknown');
    expect(reading.contract.write).toBeUndefined();
    expect(reading.issues.map(({ path }) => path)).toEqual(['value']);
    expect(reading.value).toEqual({ json: entry, issues: reading.issues });
  });

  test('A6: an entry that says it is of another type than its field is not trusted', () => {
    expect(readField({ ...titleEntry, field_id: 2 }, effort).contract.id).toBe('unknown');
  });

  test('E9: an entry of an unknown type is shown as it came', () => {
    const reading = readField(matrixEntry, matrix);
    expect(reading.contract.id).toBe('unknown');
    expect(reading.value).toEqual({ json: matrixEntry, issues: [] });
    expect(reading.contract.toText(reading.value, matrix)).toContain('[[1,2]]');
  });

  test('E9: a type that nobody knows is written down once for its field, with or without a value', async () => {
    forgetUnexpected();
    const seats = { ...matrix, label: 'Seats', type: 'acme_seat_map' };
    for (const rows of [[1], [2], undefined]) {
      readField(rows && { ...matrixEntry, type: 'acme_seat_map', rows }, seats);
    }
    readField(titleEntry, title);
    await Promise.resolve();
    expect(unexpectedShapes().map(({ request, issues }) => [request, issues])).toEqual([
      [
        'Field 4 (Seats)',
        [
          {
            path: 'type',
            message: '“acme_seat_map” is a type of field that this version does not know.',
          },
        ],
      ],
    ]);
  });

  test('E9: every field that can have a value has a reading, also without an entry', () => {
    const readings = readFields([titleEntry, matrixEntry], fields);
    expect([...readings.keys()]).toEqual([1, 2, 3, 4]);
    expect(readings.get(1)?.value).toBe('Pump');
    expect(readings.get(2)?.value).toBe('');
    expect([...readFields(null, fields).keys()]).toEqual([1, 2, 3, 4]);
  });

  test('C6: an entry is read once for a table, and again for another structure', () => {
    expect(readField(titleEntry, title)).toBe(readField(titleEntry, title));
    const renamed = { ...title, label: 'Name' };
    expect(readField(titleEntry, renamed).field).toBe(renamed);
  });
});

test('A6: what is wrong with a value is named with its full path', () => {
  const status = { ...title, field_id: 3, label: 'Status', type: 'sb' };
  const open = { id: 101, label: 'Open', color: null, tlp_color: null, is_hidden: false };
  const list = { field_id: 3, type: 'sb', label: 'Status', values: [open], bind_value_ids: 101 };
  const paths = (entry: typeof list | object) =>
    readField({ ...list, ...entry }, status).issues.map(({ path }) => path);
  expect(paths({})).toEqual(['bind_value_ids']);
  const renamed = { bind_value_ids: [101], values: [{ ...open, label: undefined }] };
  expect(paths(renamed)).toEqual(['values[0].label']);
});

describe('the smallest body', () => {
  const base = readFields([titleEntry, matrixEntry], fields);

  test('E13: what was not touched, or touched back, is not sent', () => {
    expect(changedEntries(base, new Map(), fields)).toEqual([]);
    const same = new Map<number, unknown>([...base].map(([id, { value }]) => [id, value]));
    expect(changedEntries(base, same, fields)).toEqual([]);
  });

  test('E13: only what changed is sent', () => {
    const mine = new Map<number, unknown>([
      [1, 'Pump'],
      [2, '5'],
      [3, [{ id: 101 }]],
    ]);
    expect(changedEntries(base, mine, fields)).toEqual([
      { field_id: 2, value: 5 },
      { field_id: 3, bind_value_ids: [101] },
    ]);
  });

  test('E9: an unknown field is never sent, whatever a draft holds for it', () => {
    const mine = new Map<number, unknown>([[4, { json: 'changed', issues: [] }]]);
    expect(changedEntries(base, mine, fields)).toEqual([]);
  });

  test('A6: a field whose entry had another shape is never sent', () => {
    const odd = readFields([{ ...titleEntry, value: 5 }], fields);
    expect(changedEntries(odd, new Map([[1, 'New']]), fields)).toEqual([]);
  });
});
