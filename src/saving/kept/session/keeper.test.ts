import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { readSlot } from '~/kept/store';
import { withStorage } from '../../../../tests/fixtures/browserStorage';
import type { DraftHead } from '../head';
import { DraftKeeper } from './keeper';

withStorage();
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
});

const head: DraftHead = {
  schema: 1,
  place: 'artifact',
  id: 431,
  name: 'req #431',
  title: '',
  within: '',
  changed: ['Title'],
  hasComment: false,
  savedAt: 1,
  version: null,
};

/** A keeper with the moments, in milliseconds from its first key, at which it began to write. */
function keeping() {
  let now = 0;
  const writes: number[] = [];
  const source = {
    head() {
      writes.push(now);
      return head;
    },
    parts: () => new Map([['a', now]]),
  };
  const slot = { kind: 'drafts', profile: ['acme', 102], id: 'artifact 431' } as const;
  const keeper = new DraftKeeper(slot, source);
  return {
    keeper,
    writes,
    async pass(ms: number) {
      for (let left = ms; left > 0; left -= 10) {
        await vi.advanceTimersByTimeAsync(10);
        now += 10;
      }
    },
  };
}

test('E15: a key is on its way to the database within 300 ms', async () => {
  const { keeper, writes, pass } = keeping();
  keeper.touch();
  await pass(300);
  expect(writes).toHaveLength(1);
});

test('E15: typing that never pauses puts nothing off: what is typed is written every 300 ms at least', async () => {
  const { keeper, writes, pass } = keeping();
  for (let key = 0; key < 60; key += 1) {
    keeper.touch();
    await pass(50);
  }
  const gaps = writes.map((at, index) => at - (writes[index - 1] ?? 0));
  expect(writes.length).toBeGreaterThan(5);
  expect(Math.max(...gaps)).toBeLessThanOrEqual(300);
});

test('E15: nothing is said to be kept before the browser has said so', async () => {
  const said: string[] = [];
  const slot = { kind: 'drafts', profile: ['acme', 102], id: 'artifact 431' } as const;
  const source = { head: () => head, parts: () => new Map() };
  const keeper = new DraftKeeper(slot, source, ({ state }) => said.push(state));
  keeper.touch();
  await vi.advanceTimersByTimeAsync(110);
  expect(said).toEqual([]);
  vi.useRealTimers();
  await keeper.flush();
  expect(said).toEqual(['kept']);
});

test('X11: what a page before wrote since this one has read leaves no part among those of this one', async () => {
  const slot = { kind: 'drafts', profile: ['acme', 102], id: 'artifact 431' } as const;
  const keeperOf = (part: string) =>
    new DraftKeeper(slot, { head: () => head, parts: () => new Map([[part, 'Mine']]) });
  // The same key, said with the field of the tracker before and of the one that the artifact is in now.
  await keeperOf('value 11').flush();
  await keeperOf('value 1011').flush();
  const kept = await readSlot(slot);
  expect('value' in kept && [...kept.value.keys()].sort()).toEqual(['head', 'value 1011']);
});
