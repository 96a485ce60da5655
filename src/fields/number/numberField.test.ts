import { expect, test } from 'vitest';
import { aField } from '../../../tests/fixtures/fields';
import { mergeField } from '../contract';
import { floatField, intField } from './numberField';

const int = aField('int');
const float = aField('float');

test('E2: empty is not 0, and is sent as "" because null is refused', () => {
  const json = { field_id: 7, type: 'int', label: 'Effort', value: null };
  expect(intField.read(intField.schema.parse(json), int)).toBe('');
  expect(intField.read(intField.schema.parse({ ...json, value: 0 }), int)).toBe('0');
  expect(intField.write?.('', int)).toEqual({ field_id: 7, value: '' });
  expect(intField.write?.('0', int)).toEqual({ field_id: 7, value: 0 });
});

test('E2: another spelling of the same number is no change', () => {
  expect(floatField.write?.('1.50', float)).toEqual(floatField.write?.('1.5', float));
  expect(floatField.write?.('1.5e3', float)).toEqual({ field_id: 7, value: 1500 });
});

test('E2: what is typed is kept and explained, never guessed', () => {
  expect(floatField.validate?.('1,5', float)).toBe('Use a point for decimals: 1.5.');
  expect(intField.validate?.('1.5', int)).toBe('Only whole numbers are possible here.');
  expect(intField.validate?.('', int)).toBeUndefined();
  expect(intField.validate?.(' ', { ...int, required: true })).toBe('Effort is required.');
});

test('E2: the same number typed in two ways is no conflict', () => {
  const sides = { base: '1', mine: '5.0', theirs: '5' };
  expect(mergeField(floatField, float, sides)).toEqual({ outcome: 'agreed', value: '5' });
  expect(mergeField(floatField, float, { ...sides, mine: '6' }).outcome).toBe('conflict');
});

test('C4: numbers sort as numbers, empty ones last', () => {
  expect(intField.toSortKey?.('10', int)).toBe(10);
  expect(intField.toSortKey?.('', int)).toBeNull();
});
