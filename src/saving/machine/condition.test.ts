import { expect, test } from 'vitest';
import { conditionOf, normalisedEtag, otherCondition } from './condition';

test('X1: the ETag goes back byte for byte, before the date', () => {
  const etag = 'W/"1767322800-gzip"';
  expect(conditionOf({ etag, lastModified: 'Thu, 01 Jan 2026 00:00:00 GMT' })).toEqual({
    kind: 'etag',
    value: etag,
  });
});

test('X1: without an ETag the date guards; without both the newest state is compared', () => {
  const lastModified = 'Thu, 01 Jan 2026 00:00:00 GMT';
  expect(conditionOf({ etag: null, lastModified })).toEqual({ kind: 'date', value: lastModified });
  expect(conditionOf({ etag: null, lastModified: null })).toEqual({ kind: 'compared' });
});

test.each([
  ['W/"1767322800"'],
  ['"1767322800-gzip"'],
  ['1767322800-gzip'],
  ['W/"1767322800-gzip"'],
  ['1767322800'],
])('X9: what a proxy made of the ETag is taken off: %s', (etag) => {
  expect(normalisedEtag(etag)).toBe('1767322800');
});

test('X9: a bare ETag that is refused falls back to the date, then to nothing', () => {
  const validators = { etag: '17', lastModified: 'Thu, 01 Jan 2026 00:00:00 GMT' };
  expect(otherCondition({ kind: 'etag', value: '17' }, validators)).toEqual({
    kind: 'date',
    value: validators.lastModified,
  });
  expect(otherCondition({ kind: 'date', value: validators.lastModified }, validators)).toBeNull();
  expect(otherCondition({ kind: 'compared' }, validators)).toBeNull();
});
