import { InfiniteQueryObserver, QueryClient } from '@tanstack/react-query';
import { beforeEach, expect, test } from 'vitest';
import { openFetchDoor, type Sent } from '../../../tests/fetchDoor';
import { beSignedIn } from '../../../tests/fixtures/signedIn';
import { changesetQuery, changesetsQuery } from './history';
import { type Changeset, newestChangesets } from './read';

beforeEach(beSignedIn);

function changeset(id: number): Changeset {
  return {
    id,
    submitted_by: 102,
    submitted_by_details: null,
    submitted_on: '2026-11-21T02:52:40+01:00',
    email: null,
    last_comment: { body: '', post_processed_body: '', format: 'text', ugroups: null },
    values: [],
    last_modified_by: null,
    last_modified_date: '2026-11-21T02:52:40+01:00',
  };
}

/** Cuts pages from the oldest end, as the server does; `isSilent` as a proxy that drops what it does not know. */
function history(size: number, isSilent = false) {
  return ({ url }: Sent): Response => {
    const offset = Number(url.searchParams.get('offset'));
    const limit = Number(url.searchParams.get('limit'));
    if (limit < 1 || limit > 50) return new Response('', { status: 400 });
    const all = Array.from({ length: size }, (_, index) => changeset(index + 1));
    return Response.json(all.slice(offset, offset + limit), {
      headers: isSilent ? {} : { 'X-PAGINATION-SIZE': String(size) },
    });
  };
}

const idsOf = (changesets: Changeset[]) => changesets.map(({ id }) => id);

test('The newest changesets come from the end of the list, newest first', async () => {
  openFetchDoor(history(7));
  const page = await newestChangesets(1, 3);
  expect(idsOf(page.changesets)).toEqual([7, 6, 5]);
  expect([page.offset, page.size]).toEqual([4, 7]);
});

test('A short history is one request', async () => {
  const log = openFetchDoor(history(7));
  expect(idsOf((await newestChangesets(1, 50)).changesets)).toEqual([7, 6, 5, 4, 3, 2, 1]);
  expect(log).toHaveLength(1);
});

test('More than one page of newest changesets keeps the order', async () => {
  openFetchDoor(history(200));
  const { changesets } = await newestChangesets(1, 120);
  expect(idsOf(changesets)).toEqual(Array.from({ length: 120 }, (_, index) => 200 - index));
});

test('Where no size comes the oldest are not taken for the newest', async () => {
  openFetchDoor(history(123, true));
  const page = await newestChangesets(1, 10);
  expect(idsOf(page.changesets).slice(0, 3)).toEqual([123, 122, 121]);
  expect([page.changesets.length, page.offset, page.size]).toEqual([123, 0, 123]);
});

const client = () => new QueryClient();

test('H1: every changeset of a page has the one before it, also at the border of a page', async () => {
  openFetchDoor(history(123));
  const { pages } = await client().fetchInfiniteQuery({ ...changesetsQuery(1), pages: 9 });
  expect(pages.map(({ changesets, before }) => [changesets.at(-1)?.id, before?.id])).toEqual([
    [75, 74],
    [26, 25],
    [1, undefined],
  ]);
});

test('H1: from the oldest on, newer pages follow until the newest, none twice', async () => {
  openFetchDoor(history(123));
  const cache = client();
  const query = changesetsQuery(1, 'oldest');
  const { pages: first } = await cache.fetchInfiniteQuery(query);
  expect(idsOf(first[0]?.changesets ?? []).at(-1)).toBe(1);
  const observer = new InfiniteQueryObserver(cache, query);
  let result = observer.getCurrentResult();
  while (result.hasPreviousPage) result = await observer.fetchPreviousPage();
  const pages = result.data?.pages ?? [];
  const ids = pages.flatMap((page) => idsOf(page.changesets));
  expect(ids).toEqual(Array.from({ length: 123 }, (_, index) => 123 - index));
});

test('H6: one changeset is found far from both ends, with what is around it', async () => {
  const log = openFetchDoor(history(1000));
  const start = changesetsQuery(1, { around: 400 });
  const { pages } = await client().fetchInfiniteQuery(start);
  const [page] = pages;
  expect(idsOf(page?.changesets ?? [])).toContain(400);
  expect(page?.offset).toBeGreaterThan(0);
  expect(page?.end).toBeLessThan(1000);
  expect(log.length).toBeLessThan(16);
  const one = await client().fetchQuery(changesetQuery(1, 400));
  expect(one?.id).toBe(400);
  expect(await client().fetchQuery(changesetQuery(1, 5000))).toBeNull();
});

test('H6: each changeset of a history is found by its id, also where a page ends', async () => {
  openFetchDoor(history(123));
  const ids = Array.from({ length: 123 }, (_, index) => index + 1);
  const found = await Promise.all(ids.map((id) => client().fetchQuery(changesetQuery(1, id))));
  expect(found.map((one) => one?.id)).toEqual(ids);
});

test('Older pages follow backwards until the first, none twice', async () => {
  openFetchDoor(history(123));
  const result = await client().fetchInfiniteQuery({ ...changesetsQuery(1), pages: 9 });
  const ids = result.pages.flatMap((page) => idsOf(page.changesets));
  expect(ids).toEqual(Array.from({ length: 123 }, (_, index) => 123 - index));
  expect(result.pages).toHaveLength(3);
});
