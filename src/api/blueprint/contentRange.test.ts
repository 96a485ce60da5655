import { expect, test } from 'vitest';
import { nextOffset, parseContentRange } from './contentRange';

test.each([
  ['items 13-15/122', { first: 13, last: 15, total: 122 }],
  ['13-15/122', { first: 13, last: 15, total: 122 }],
  ['artifacts=0-99/*', { first: 0, last: 99, total: null }],
  ['items */122', { first: null, last: null, total: 122 }],
  ['  items  0 - 9 / 10 ', { first: 0, last: 9, total: 10 }],
  ['13-15', null],
  ['items 13-15/many', null],
  ['', null],
  [null, null],
])('B3: content-range "%s" is understood', (text, range) => {
  expect(parseContentRange(text)).toEqual(range);
});

const page = { status: 206, offset: 0, limit: 100, received: 100 };
const range = (total: number | null) => ({ first: 0, last: 99, total });

test('B3: pages go by the limit up to the total, also after a short one', () => {
  expect(nextOffset({ ...page, range: range(152) })).toBe(100);
  expect(nextOffset({ ...page, range: range(152), received: 91 })).toBe(100);
  expect(nextOffset({ ...page, range: range(152), received: 0 })).toBe(100);
  expect(nextOffset({ ...page, range: range(152), offset: 100, received: 52 })).toBeUndefined();
  expect(nextOffset({ ...page, range: range(100) })).toBeUndefined();
});

test('B3: without a total, or without the header, pages are read until one is empty', () => {
  expect(nextOffset({ ...page, range: range(null) })).toBe(100);
  expect(nextOffset({ ...page, range: null, received: 3 })).toBe(100);
  expect(nextOffset({ ...page, range: null, received: 0 })).toBeUndefined();
});

test('B3: 200 is the whole list', () => {
  expect(nextOffset({ ...page, status: 200, range: null })).toBeUndefined();
});
