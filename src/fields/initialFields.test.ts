import { expect, test } from 'vitest';
import {
  aField,
  aGroup,
  aGroupValue,
  aListField,
  aStaticValue,
  aUserValue,
} from '../../tests/fixtures/fields';
import { initialFields } from './initialFields';

type Preset = ReturnType<typeof aField>['default_value'];

const people = [aUserValue(103, 'ben', 'Ben Bauer'), aUserValue(102, 'anna', 'Anna Arndt')];
const groups = [aGroupValue(129, '101_3', 'Project members')];
const choices = [aStaticValue(492, 'Low'), aStaticValue(493, 'High')];

const text = (content: string, format: string) => ({ content, format });
const day = (value: string) => ({ text: value, offset: '' });

test.each([
  ['a string', aField('string'), 'Draft', 'Draft'],
  ['no string', aField('string'), null, ''],
  ['a number', aField('int'), 5, '5'],
  ['a number as the database has it', aField('float'), '2.5', '2.5'],
  ['no number', aField('int'), null, ''],
  ['nonsense for a number', aField('int'), 'many', ''],
  ['a text', aField('text'), text('<p>Why</p>', 'html'), text('<p>Why</p>', 'html')],
  ['an empty text', aField('text'), text('', 'commonmark'), text('', 'commonmark')],
  ['a day', aField('date', { is_time_displayed: false }), '2026-11-21', day('2026-11-21')],
  [
    'a moment (recorded)',
    aField('date', { is_time_displayed: true }),
    '2026-11-21 03:12',
    day('2026-11-21T03:12'),
  ],
  ['no day', aField('date', { is_time_displayed: false }), '', day('')],
  ['a value', aListField('sb', choices), [{ id: 493, label: 'High' }], [{ id: 493 }]],
  [
    'several, in the order of the field',
    aListField('msb', choices),
    [{ id: 493 }, { id: 492 }],
    [{ id: 492 }, { id: 493 }],
  ],
  ['a value that is not offered', aListField('sb', choices), [{ id: 7, label: 'Gone' }], []],
  ['a person', aListField('sb', people), [{ id: 102, username: 'anna' }], [{ id: 102 }]],
  ['nobody', aListField('sb', people), [{ id: null, display_name: 'Anonymous user' }], []],
  [
    'a group by its REST id',
    aListField('sb', groups),
    [aGroup('101_3', 'Project members')],
    [{ id: '101_3' }],
  ],
  ['no links', aField('art_link'), null, { forward: [], reverse: [] }],
])('E9: a new artifact starts with %s', (_, field, preset, value) => {
  const one = { ...field, default_value: preset as Preset };
  expect(initialFields([one]).get(one.field_id)?.value).toEqual(value);
});

test('E9: containers and static elements have no value to start with', () => {
  expect(initialFields([aField('fieldset'), aField('staticrichtext')]).size).toBe(0);
});
