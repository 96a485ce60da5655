import { expect, test } from 'vitest';
import { openFetchDoor } from '../../../tests/fetchDoor';
import { beSignedIn } from '../../../tests/fixtures/signedIn';
import { snapshot } from '../../../tests/fixtures/snapshots';
import { restCreatePort } from './restCreatePort';

/** A tracker of artifacts 1 to `count`, of which the person sees a few; the server takes the others out after the cut. */
function openTracker(count: number, seen: readonly number[]) {
  beSignedIn();
  return openFetchDoor(({ url }) => {
    const [offset, limit] = ['offset', 'limit'].map((key) => Number(url.searchParams.get(key)));
    const ids = Array.from({ length: count }, (_, index) => count - index)
      .slice(offset, (offset ?? 0) + (limit ?? 0))
      .filter((id) => seen.includes(id));
    const artifacts = ids.map((id) => ({ ...snapshot(1).artifact, id }));
    return new Response(JSON.stringify(artifacts), {
      headers: { 'content-type': 'application/json', 'x-pagination-size': String(count) },
    });
  });
}

test('E16: where the newest artifacts of a tracker are not for my eyes, mine before them are not taken for new', async () => {
  const log = openTracker(3_000, [7, 12]);
  expect(await restCreatePort.newestId(11)).toBe(12);
  expect(log.map(({ url }) => url.searchParams.get('limit'))).toEqual([
    '50',
    '1000',
    '1000',
    '1000',
  ]);
  expect(log.every(({ url }) => !url.searchParams.has('values'))).toBe(true);
  expect(await restCreatePort.after(11, 12)).toEqual([]);
});

test('E16: the look ends after thousands that are not for my eyes, and none beyond is taken for new', async () => {
  const log = openTracker(100_000, [7, 12]);
  expect(await restCreatePort.newestId(11)).toBe(0);
  expect(log).toHaveLength(4);
  expect(await restCreatePort.after(11, 0)).toEqual([]);
  // One that the first look just did not reach: by the new one the pages are cut elsewhere.
  openTracker(100_001, [7, 12, 96_930, 100_001]);
  expect((await restCreatePort.after(11, 0)).map(({ id }) => id)).toEqual([100_001]);
});

test('E16: what is newer is read back to what was there before, and no further', async () => {
  const log = openTracker(
    500,
    Array.from({ length: 500 }, (_, index) => index + 1),
  );
  expect(await restCreatePort.newestId(11)).toBe(500);
  const newer = await restCreatePort.after(11, 430);
  expect(newer.map(({ id }) => id)).toEqual(Array.from({ length: 70 }, (_, index) => 500 - index));
  expect(log).toHaveLength(3);
});

test('E16: in a tracker where I see nothing, all that I see later is new', async () => {
  openTracker(60, []);
  expect(await restCreatePort.newestId(11)).toBe(0);
  openTracker(61, [61]);
  expect((await restCreatePort.after(11, 0)).map(({ id }) => id)).toEqual([61]);
});
