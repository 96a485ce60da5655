import { expect, test } from 'vitest';
import { aField } from '../../../tests/fixtures/fields';
import { mergeField } from '../contract';
import { readField } from '../readField';
import { type ComputedValue, computedField } from './computedField';

const field = aField('computed');
const automatic = (computed: number): ComputedValue => ({
  isAutomatic: true,
  computed,
  manual: '',
});
const byHand = (manual: string, computed = 0): ComputedValue => ({
  isAutomatic: false,
  computed,
  manual,
});

function textOf(facts: object): string {
  const entry = { field_id: 7, type: 'computed', label: 'Effort', ...facts };
  const { value, issues } = readField({ ...entry, ...facts }, field);
  expect(issues).toEqual([]);
  return computedField.toText(value as ComputedValue, field);
}

test('E7: the number that counts is the manual one, or the sum', () => {
  expect(textOf({ is_autocomputed: false, value: 3, manual_value: 7.5 })).toBe('7.5');
  expect(textOf({ is_autocomputed: true, value: 0, manual_value: 7.5 })).toBe('0');
  expect(textOf({ is_autocomputed: true, value: null, manual_value: null })).toBe('');
});

test('E7: written as the server takes it, never under the key "value"', () => {
  expect(computedField.write?.(byHand('12'), field)).toEqual({
    field_id: 7,
    is_autocomputed: false,
    manual_value: 12,
  });
  expect(computedField.write?.(automatic(5), field)).toEqual({
    field_id: 7,
    is_autocomputed: true,
  });
});

test('E7: by hand takes a number, and none is not zero', () => {
  expect(computedField.validate?.(byHand(''), field)).toMatch(/^Type a number/);
  expect(computedField.validate?.(byHand('many'), field)).toBe('This is not a number.');
  expect(computedField.validate?.(automatic(1), field)).toBeUndefined();
});

test('E7: what is no number yet reads as it was typed, not as nothing', () => {
  expect(computedField.toText(byHand('many'), field)).toBe('many');
  expect(computedField.toText(byHand('1.50'), field)).toBe('1.5');
  expect(computedField.toText({ ...automatic(1), computed: null }, field)).toBe('');
});

test('E7: a sum that changed elsewhere is nobody’s change of this field', () => {
  const merge = (base: ComputedValue, mine: ComputedValue, theirs: ComputedValue) =>
    mergeField(computedField, field, { base, mine, theirs });
  expect(merge(automatic(5), byHand('8', 5), automatic(7))).toEqual({
    outcome: 'mine',
    value: byHand('8', 7),
  });
  expect(merge(automatic(5), byHand('8', 5), byHand('9', 5)).outcome).toBe('conflict');
  expect(merge(automatic(3), automatic(3), automatic(5))).toEqual({
    outcome: 'agreed',
    value: automatic(5),
  });
});
