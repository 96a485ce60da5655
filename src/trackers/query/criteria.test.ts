import { expect, test } from 'vitest';
import { encodeCriteria } from '~/api/trackerArtifacts';
import type { Field } from '~/api/trackers';
import { type Criterion, problemOf, readCriteria, writeCriteria } from './criteria';

function field(id: number, name: string, type: string): Field {
  return {
    field_id: id,
    name,
    type,
    label: name,
    description: '',
    values: null,
    required: false,
    collapsed: false,
    bindings: { type: null, list: [] },
    permissions: ['read'],
    permissions_for_groups: null,
    default_value: null,
    has_notifications: false,
    is_used: true,
    specific_properties: [],
    label_decorators: [],
  };
}

const fields = [
  field(1, 'title', 'string'),
  field(2, 'effort', 'int'),
  field(3, 'due_date', 'date'),
  field(4, 'status', 'sb'),
  field(5, 'labels', 'tbl'),
  field(6, 'links', 'art_link'),
  field(7, 'chart', 'burndown'),
];

const written = (line: Criterion) => writeCriteria([line], fields)[line.field];

test('Q1: each kind is sent as the server honours it', () => {
  expect(written({ field: 'title', operator: 'contains', values: [' pump '] })).toEqual({
    operator: 'contains',
    value: 'pump',
  });
  expect(written({ field: 'effort', operator: '>=', values: ['5'] })).toEqual({
    operator: 'contains',
    value: '>=5',
  });
  expect(written({ field: 'effort', operator: 'between', values: ['-1', '5'] })).toEqual({
    operator: 'contains',
    value: '-1 - 5',
  });
  expect(written({ field: 'due_date', operator: '<', values: ['2026-11-21'] })).toEqual({
    operator: '<',
    value: '2026-11-21',
  });
  expect(
    written({ field: 'due_date', operator: 'between', values: ['2026-11-01', '2026-11-21'] }),
  ).toEqual({ operator: 'between', value: ['2026-11-01', '2026-11-21'] });
  expect(written({ field: 'labels', operator: 'in', values: ['507', 'o12'] })).toEqual({
    operator: 'contains',
    value: [507, 'o12'],
  });
  expect(written({ field: 'links', operator: '=', values: ['12'] })).toEqual({
    operator: 'contains',
    value: 12,
  });
});

test('Q1: what is written can be read again, line by line', () => {
  const lines: Criterion[] = [
    { field: 'title', operator: 'contains', values: ['a "b" \\c'] },
    { field: 'effort', operator: '<=', values: ['2.5'] },
    { field: 'due_date', operator: 'between', values: ['2026-01-01', '2026-12-31'] },
    { field: 'status', operator: 'in', values: ['511', '512'] },
    { field: 'links', operator: '=', values: ['12'] },
  ];
  const text = JSON.stringify(writeCriteria(lines, fields));
  expect(readCriteria(text, fields)).toEqual({ lines, problem: undefined });
});

test('Q1: the short forms of the server and field ids are understood', () => {
  const { lines, problem } = readCriteria('{"2":"10-20","title":7,"status":511}', fields);
  expect(problem).toBeUndefined();
  expect(lines).toEqual([
    { field: 'effort', operator: 'between', values: ['10', '20'] },
    { field: 'title', operator: 'contains', values: ['7'] },
    { field: 'status', operator: 'in', values: ['511'] },
  ]);
});

test('Q2: what the server would ignore without a word is a problem here', () => {
  const problem = (text: string) => readCriteria(text, fields).problem;
  expect(problem('{"secret":"x"}')).toBe('There is no field “secret” that you may read.');
  expect(problem('{"effort":"many"}')).toBe('What is asked of “effort” cannot be sent.');
  expect(problem('{"due_date":{"operator":"=","value":"soon"}}')).toBe('due_date: Choose a day.');
  expect(problem('{"status":[]}')).toBe('status: Choose at least one value.');
  expect(problem('{"chart":"x"}')).toBe('What is asked of “chart” cannot be sent.');
});

test('Q1: an address that is no JSON, or other JSON, is a sentence and no crash', () => {
  for (const text of ['{', '[]', '1', 'null', '{"title":null}', '{"title":{"value":1}}']) {
    expect(readCriteria(text, fields)).toEqual({
      lines: [],
      problem: 'The criteria in this address cannot be read.',
    });
  }
});

test('Q1: a line without a usable value says what it needs', () => {
  const [, effort, due] = fields;
  if (!effort || !due) throw new Error('fields');
  expect(problemOf({ field: 'effort', operator: '=', values: [''] }, effort)).toBe(
    'Give a number.',
  );
  expect(problemOf({ field: 'effort', operator: 'between', values: ['1'] }, effort)).toBe(
    'Give a number.',
  );
  expect(
    problemOf(
      { field: 'due_date', operator: 'between', values: ['2026-02-01', '2026-01-01'] },
      due,
    ),
  ).toBe('The first day lies after the last.');
});

test('D9: every backslash of the JSON is sent twice', () => {
  const criteria = writeCriteria(
    [{ field: 'title', operator: 'contains', values: ['say "x" \\ y'] }],
    fields,
  );
  expect(encodeCriteria(criteria).replace(/\\\\/g, '\\')).toBe(JSON.stringify(criteria));
});
