import { describe, expect, test } from 'vitest';
import { aField, aUser } from '../../tests/fixtures/fields';
import { readField } from './readField';
import { contracts } from './registry';

const step = {
  description_format: 'text',
  expected_results: 'It runs',
  expected_results_format: 'text',
};

/** One recorded shape per read-only type, and the line of text it becomes. */
const cases: { type: string; facts: object; text: string }[] = [
  {
    type: 'cross',
    facts: {
      value: [{ ref: 'art #1', url: 'https://t.example/goto?key=art&val=1', direction: 'out' }],
    },
    text: 'art #1',
  },
  { type: 'aid', facts: { value: 20364 }, text: '20364' },
  { type: 'atid', facts: { value: 3 }, text: '3' },
  { type: 'priority', facts: { value: 0 }, text: '0' },
  { type: 'subby', facts: { value: aUser(102, 'anna', 'Anna Arndt') }, text: 'Anna Arndt' },
  { type: 'luby', facts: { value: aUser(103, 'ben', '') }, text: 'ben' },
  { type: 'Encrypted', facts: { value: 'YWJjZA==' }, text: 'Encrypted' },
  {
    type: 'ttmstepdef',
    facts: {
      value: [
        { ...step, id: 2, description: 'Then', rank: 2 },
        { ...step, id: 1, description: 'First', rank: 1 },
      ],
    },
    text: '2 steps',
  },
  {
    type: 'burndown',
    facts: {
      value: {
        start_date: null,
        duration: null,
        capacity: null,
        points: [],
        is_under_calculation: true,
        opening_days: [1, 2],
        points_with_date: [],
      },
    },
    text: 'Being computed',
  },
  {
    type: 'burnup',
    facts: {
      value: {
        start_date: null,
        duration: null,
        capacity: null,
        is_under_calculation: false,
        opening_days: null,
        points_with_date: [{ date: '2026-11-20', team_effort: 1, total_effort: 8 }],
        points_with_date_count_elements: [],
      },
    },
    text: '',
  },
];

describe.each(cases)('$type as $text', ({ type, facts, text }) => {
  const field = aField(type);
  const entry = { field_id: 7, type, label: 'Effort', ...facts };
  const reading = readField(entry, field);

  test('E9: its recorded shape is read and becomes a line of text', () => {
    expect(reading.issues).toEqual([]);
    expect(reading.contract.types).toContain(type);
    expect(reading.contract.toText(reading.value, field)).toBe(text);
  });

  test('E9: it cannot be written', () => {
    expect(reading.contract.write).toBeUndefined();
  });

  test('A6: it bites: a key of it that is renamed is named', () => {
    for (const key of Object.keys(facts)) {
      const { [key]: moved, ...rest } = entry as Record<string, unknown>;
      const odd = { ...rest, [`${key}_x`]: moved } as typeof entry;
      expect(readField(odd, field).issues.map(({ path }) => path)).toEqual([key]);
    }
  });
});

test('E9: dates that the server sets are shown in the reader’s zone and sorted by instant', () => {
  const field = aField('subon', { is_time_displayed: true });
  const entry = {
    field_id: 7,
    type: 'subon',
    label: 'Effort',
    value: '2026-11-21T03:13:07+01:00',
    is_time_displayed: true,
  };
  const { contract, value } = readField(entry, field);
  expect(contract.toText(value, field)).not.toBe('');
  expect(contract.toSortKey?.(value, field)).toBe(Date.parse('2026-11-21T02:13:07Z'));
});

test('E9: every read-only type has a case here', () => {
  const readOnly = contracts.filter(({ write }) => !write).flatMap(({ types }) => types);
  const held = new Set([...cases.map(({ type }) => type), 'subon', 'lud', 'ttmstepexec']);
  expect(readOnly.filter((type) => !held.has(type))).toEqual([]);
});
