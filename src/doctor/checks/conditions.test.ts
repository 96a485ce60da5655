import { expect, test } from 'vitest';
import type { Came } from '../bench';
import { conditionFinding } from './conditions';
import { whatMangled } from './etag';

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

function answer(status: number): Came {
  return { kind: 'answer', status, headers: new Headers(), text: '', milliseconds: 1, at: 0 };
}

test.each([
  [answer(412), true],
  [answer(400), true],
  [answer(405), true],
  [answer(200), false],
  [answer(500), false],
  [answer(502), false],
  [{ kind: 'none', reason: 'the answer broke off', milliseconds: 1 } as const, false],
])('C3: that nothing was stored is said only where it is known: %j', (came, isKnown) => {
  const said = JSON.stringify(conditionFinding({ name: 'If-Match' }, 7, came));
  expect(said.includes('Nothing was stored')).toBe(isKnown);
  expect(said.includes('not known whether something was stored')).toBe(!isKnown);
});
