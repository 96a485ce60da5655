import { expect, test } from 'vitest';
import { whatMangled } from './saving';

test.each([
  ['1795226812', ''],
  ['1795226812-gzip', 'adds -gzip to it'],
  ['W/"1795226812"', 'marks it as weak (W/), puts it in quotes'],
  ['"1795226812-gzip"', 'puts it in quotes, adds -gzip to it'],
  ['W/"1795226812-gzip"', 'marks it as weak (W/), puts it in quotes, adds -gzip to it'],
  ['a7f3c9', 'replaces it'],
])('D3: what a proxy did to %s', (etag, what) => {
  expect(whatMangled(etag).join(', ')).toBe(what);
});
