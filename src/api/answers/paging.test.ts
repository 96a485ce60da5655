import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { openFetchDoor } from '../../../tests/fetchDoor';
import { beSignedIn } from '../../../tests/fixtures/signedIn';
import { everyPage, inParallel, offsets, totalSize } from './paging';

const numbers = z.array(z.int());

test('A short page does not end the collection; X-PAGINATION-SIZE does', async () => {
  beSignedIn();
  const log = openFetchDoor(({ url }) => {
    const offset = Number(url.searchParams.get('offset'));
    const all = Array.from({ length: 125 }, (_, index) => index);
    // The server counts 125, then hides the odd ones.
    const page = all.slice(offset, offset + 50).filter((number) => number % 2 === 0);
    return Response.json(page, { headers: { 'X-PAGINATION-SIZE': '125' } });
  });
  const items = await everyPage('numbers', numbers, (page) => page, { limit: 50 });
  expect(items).toHaveLength(63);
  expect(items.at(-1)).toBe(124);
  expect(log.map(({ url }) => url.search).sort()).toEqual([
    '?limit=50&offset=0',
    '?limit=50&offset=100',
    '?limit=50&offset=50',
  ]);
});

test('One page of everything is one request', async () => {
  beSignedIn();
  const log = openFetchDoor(() => Response.json([1, 2], { headers: { 'X-PAGINATION-SIZE': '2' } }));
  expect(await everyPage('numbers', numbers, (page) => page, { limit: 50 })).toEqual([1, 2]);
  expect(log).toHaveLength(1);
});

test('Without the header pages are read until one is empty, or until they repeat', async () => {
  beSignedIn();
  const all = Array.from({ length: 70 }, (_, index) => index);
  const log = openFetchDoor(({ url }) => {
    const offset = Number(url.searchParams.get('offset'));
    return Response.json(all.slice(offset, offset + 50));
  });
  expect(await everyPage('numbers', numbers, (page) => page, { limit: 50 })).toEqual(all);
  expect(log).toHaveLength(3);
  openFetchDoor(() => Response.json([1, 2]));
  expect(await everyPage('numbers', numbers, (page) => page, { limit: 50 })).toEqual([1, 2]);
});

test('Without the header the size is what came', () => {
  expect(totalSize(new Headers(), 7)).toBe(7);
  expect(totalSize(new Headers({ 'x-pagination-size': 'many' }), 7)).toBe(7);
  expect(totalSize(new Headers({ 'x-pagination-size': '0' }), 7)).toBe(0);
});

test('Offsets cover the size exactly', () => {
  expect(offsets(0, 100, 50)).toEqual([0, 50]);
  expect(offsets(50, 101, 50)).toEqual([50, 100]);
  expect(offsets(50, 50, 50)).toEqual([]);
});

test('Never more than the width at once, results in order', async () => {
  let now = 0;
  let most = 0;
  const results = await inParallel([5, 4, 3, 2, 1], 2, async (item) => {
    most = Math.max(most, ++now);
    for (let turn = 0; turn < item; turn++) await Promise.resolve();
    now--;
    return item * 10;
  });
  expect(results).toEqual([50, 40, 30, 20, 10]);
  expect(most).toBe(2);
});
