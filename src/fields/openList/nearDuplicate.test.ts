import { expect, test, vi } from 'vitest';
import { nearDuplicate } from './nearDuplicate';

const labels = ['Windows 11', 'regression', 'customer', 'Größe', 'QA'];

test.each([
  ['windows11', 'Windows 11'],
  ['WINDOWS-11', 'Windows 11'],
  ['Regression', 'regression'],
  ['regresion', 'regression'],
  ['costumer', undefined],
  ['cutsomer', 'customer'],
  ['grösse', undefined],
  ['groß e', 'Größe'],
  ['Grosse', undefined],
  ['größe', 'Größe'],
  ['qa', 'QA'],
])('E6: “%s” nearly repeats %s', (typed, expected) => {
  expect(nearDuplicate(typed, labels)).toBe(expected);
});

test.each(['Windows 10', 'Windows 12', 'flaky', 'QS', '', '!?', 'regression'])(
  'E6: “%s” is another value, or the very same',
  (typed) => expect(nearDuplicate(typed, labels)).toBeUndefined(),
);

test('E6: the labels of a long list are read once, not at every key', () => {
  const many = Array.from({ length: 5_000 }, (_, index) => `Part ${index}`);
  nearDuplicate('wheel', many);
  const normalize = vi.spyOn(String.prototype, 'normalize');
  expect(nearDuplicate('part-4711', many)).toBe('Part 4711');
  expect(normalize).toHaveBeenCalledTimes(1);
  normalize.mockRestore();
});
