import { afterEach, expect, test, vi } from 'vitest';
import type { Profile, Slot } from '~/kept/record';
import { keep } from '~/kept/store';
import { withStorage } from '../../../tests/fixtures/browserStorage';
import { snapshot } from '../../../tests/fixtures/snapshots';
import { emptyDraft } from '../draft/draftState';
import { partsOf } from './artifactParts';
import type { DraftHead } from './head';
import { listDrafts } from './list';

withStorage();
afterEach(() => {
  vi.useRealTimers();
});

const DAY = 86_400_000;
const start = Date.UTC(2026, 10, 21);
const profile: Profile = ['acme', 102];
const slot: Slot = { kind: 'drafts', profile, id: 'artifact 431' };

function clockSays(time: number): void {
  vi.useFakeTimers({ toFake: ['Date'], now: time });
}

async function typeAt(savedAt: number): Promise<void> {
  const head: DraftHead = {
    ...{ schema: 1, place: 'artifact', id: 431, name: 'req #431', title: '', within: '' },
    ...{ changed: [], hasComment: true, savedAt, version: null },
  };
  const parts = new Map<string, unknown>([['head', head], ...partsOf(emptyDraft(snapshot(10)))]);
  await keep(slot, { changed: parts, all: () => parts });
}

/** When each listed draft goes. */
async function listedAt(time: number): Promise<(number | null)[]> {
  clockSays(time);
  return (await listDrafts(profile)).drafts.map(({ goesAt }) => goesAt);
}

test('E15: a draft goes a week after it was first listed as older than 30 days, not at the first look', async () => {
  await typeAt(start);
  expect(await listedAt(start + 29 * DAY)).toEqual([null]);
  expect(await listedAt(start + 60 * DAY)).toEqual([start + 67 * DAY]);
  expect(await listedAt(start + 66 * DAY)).toEqual([start + 67 * DAY]);
  expect(await listedAt(start + 68 * DAY)).toEqual([]);
});

test('G10: a clock that is a year ahead for a moment deletes nothing, then or later', async () => {
  await typeAt(start);
  expect(await listedAt(start + 365 * DAY)).toHaveLength(1);
  expect(await listedAt(start + DAY)).toEqual([null]);
  // What it said a year ahead is no notice now.
  expect(await listedAt(start + 31 * DAY)).toEqual([start + 38 * DAY]);
});

test('E15: what is typed into an overdue draft gives it its 30 days, and a notice of its own after them', async () => {
  await typeAt(start);
  expect(await listedAt(start + 31 * DAY)).toHaveLength(1);
  await typeAt(start + 32 * DAY);
  expect(await listedAt(start + 61 * DAY)).toEqual([null]);
  expect(await listedAt(start + 90 * DAY)).toEqual([start + 97 * DAY]);
});
