import { IDBFactory, IDBOpenDBRequest } from 'fake-indexeddb';
import { expect, onTestFinished, test, vi } from 'vitest';
import { refuseWrites, withStorage } from '../../tests/fixtures/browserStorage';
import { type KeptChange, onKeptChange } from './changes';
import { exportKept, listKept, wipeKept } from './inventory';
import type { Profile, Slot } from './record';
import { setShared } from './shared';
import { drop, keep, readHeads, readSlot } from './store';

withStorage();

const anna: Profile = ['acme', 102];
const ben: Profile = ['acme', 103];

function slot(profile: Profile, id: string): Slot {
  return { kind: 'drafts', profile, id };
}

function whole(parts: Record<string, unknown>) {
  const all = new Map(Object.entries(parts));
  return { changed: all, all: () => all };
}

async function bodies(of: Slot): Promise<unknown> {
  const read = await readSlot(of);
  if ('trouble' in read) return read.trouble;
  return Object.fromEntries([...read.value].map(([part, { body }]) => [part, body]));
}

test('E15: only the parts that changed are written; a part that is undefined goes', async () => {
  const mine = slot(anna, 'artifact 431');
  await keep(mine, whole({ head: 1, a: 'one', b: 'two' }));
  const all = vi.fn(() => new Map());
  const changed = new Map<string, unknown>([
    ['head', 2],
    ['a', 'three'],
    ['b', undefined],
  ]);
  expect(await keep(mine, { changed, all })).toBeNull();
  expect(all).not.toHaveBeenCalled();
  expect(await bodies(mine)).toEqual({ head: 2, a: 'three' });
});

test('E15: storage that the browser cleared meanwhile is written whole again', async () => {
  const mine = slot(anna, 'artifact 431');
  await keep(mine, whole({ head: 1, base: 'b', a: 'one' }));
  await wipeKept();
  const changed = new Map<string, unknown>([
    ['head', 2],
    ['a', 'two'],
  ]);
  await keep(mine, { changed, all: () => new Map([...changed, ['base', 'b']]) });
  expect(await bodies(mine)).toEqual({ head: 2, base: 'b', a: 'two' });
});

test('C1: people and servers never see each other’s', async () => {
  await keep(slot(anna, 'artifact 1'), whole({ head: 'anna' }));
  await keep(slot(ben, 'artifact 1'), whole({ head: 'ben' }));
  await keep(slot(['other', 102], 'artifact 1'), whole({ head: 'other' }));
  const heads = await readHeads('drafts', anna);
  expect('value' in heads && heads.value.map(({ body }) => body)).toEqual(['anna']);
  await drop(slot(anna, 'artifact 1'));
  expect(await bodies(slot(anna, 'artifact 1'))).toEqual({});
  expect(await bodies(slot(ben, 'artifact 1'))).toEqual({ head: 'ben' });
});

test('E15: a write is whole or not at all', async () => {
  const mine = slot(anna, 'artifact 431');
  await keep(mine, whole({ head: 1, a: 'one' }));
  // A function cannot be stored: the browser refuses it after the head was taken.
  expect(await keep(mine, whole({ head: 2, a: () => 'two' }))).toBe('broken');
  expect(await bodies(mine)).toEqual({ head: 1, a: 'one' });
});

test.each([
  ['QuotaExceededError', 'full'],
  ['SecurityError', 'absent'],
  ['DataError', 'broken'],
])('E15: %s is told as "%s", never as kept', async (name, trouble) => {
  refuseWrites(name);
  expect(await keep(slot(anna, 'artifact 431'), whole({ head: 1 }))).toBe(trouble);
});

test('E15: a browser without storage says so', async () => {
  vi.stubGlobal('indexedDB', undefined);
  expect(await keep(slot(anna, 'artifact 431'), whole({ head: 1 }))).toBe('absent');
  expect(await bodies(slot(anna, 'artifact 431'))).toBe('absent');
});

test('E15: a database of a newer Parterre is left alone', async () => {
  await new Promise((resolve) => {
    indexedDB.open('parterre', 99).onsuccess = resolve;
  });
  expect(await keep(slot(anna, 'artifact 431'), whole({ head: 1 }))).toBe('newer');
});

test('Z9: a shared computer keeps nothing, and what was there can be wiped', async () => {
  await keep(slot(anna, 'artifact 431'), whole({ head: 1 }));
  setShared(true);
  expect(await keep(slot(anna, 'artifact 432'), whole({ head: 1 }))).toBe('shared');
  expect(await wipeKept(anna)).toBeNull();
  expect(await bodies(slot(anna, 'artifact 431'))).toEqual({});
});

test('Z9: what is kept is summed up by server and person, exported, wiped by kind', async () => {
  await keep(slot(anna, 'artifact 431'), whole({ head: 1, a: 'one' }));
  await keep(slot(anna, 'artifact 432'), whole({ head: 1 }));
  await keep({ kind: 'journal', profile: anna, id: '1' }, whole({ head: 1 }));
  await keep(slot(ben, 'artifact 1'), whole({ head: 1 }));
  const listed = await listKept();
  expect('value' in listed && listed.value.sums).toEqual([
    { profile: anna, kind: 'drafts', count: 2, bytes: expect.any(Number) },
    { profile: ben, kind: 'drafts', count: 1, bytes: expect.any(Number) },
    { profile: anna, kind: 'journal', count: 1, bytes: expect.any(Number) },
  ]);
  const exported = await exportKept(anna);
  expect('value' in exported && exported.value).toHaveLength(4);
  await wipeKept(anna, 'drafts');
  const left = await listKept();
  expect('value' in left && left.value.sums.map(({ kind, count }) => [kind, count])).toEqual([
    ['drafts', 1],
    ['journal', 1],
  ]);
});

test('E15: a corrupt record is counted and exported raw, and stops nothing', async () => {
  await keep(slot(anna, 'artifact 431'), whole({ head: 1 }));
  const opened = await new Promise<IDBDatabase>((resolve) => {
    const asked = indexedDB.open('parterre');
    asked.onsuccess = () => resolve(asked.result);
  });
  const odd = { kind: 'drafts', server: 'acme', user: 102, id: 'x', part: 'head', at: 'never' };
  await new Promise((resolve) => {
    const store = opened.transaction('records', 'readwrite').objectStore('records');
    store.put(odd).onsuccess = resolve;
  });
  const listed = await listKept();
  expect(listed).toEqual({ value: { sums: [expect.objectContaining({ count: 1 })], unread: 1 } });
  const exported = await exportKept();
  expect('value' in exported && exported.value).toContainEqual({
    key: ['drafts', 'acme', 102, 'x', 'head'],
    raw: odd,
  });
});

test('Z6: what is written and dropped is told, to this tab and to others', async () => {
  const heard: KeptChange[] = [];
  const stop = onKeptChange((change) => heard.push(change));
  await keep(slot(anna, 'artifact 431'), whole({ head: 1 }));
  const other = new BroadcastChannel('parterre.kept');
  other.postMessage({ kind: 'drafts', server: 'acme', user: 102, id: 'artifact 7' });
  other.postMessage({ kind: 'drafts', server: 'nobody' });
  await vi.waitFor(() => expect(heard).toHaveLength(2));
  expect(heard.map(({ id, isHere }) => [id, isHere])).toEqual([
    ['artifact 431', true],
    ['artifact 7', false],
  ]);
  other.close();
  stop();
});

test('E15: a storage that hangs is waited for once, not at every write; after a minute it is asked again', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] });
  onTestFinished(() => void vi.useRealTimers());
  const open = vi.spyOn(IDBFactory.prototype, 'open');
  open.mockImplementation(() => new IDBOpenDBRequest());
  const mine = slot(anna, 'artifact 431');
  const first = keep(mine, whole({ head: 1 }));
  await vi.advanceTimersByTimeAsync(4_000);
  expect(await first).toBe('broken');
  // No clock goes on: these are answered at once.
  expect(await keep(mine, whole({ head: 2 }))).toBe('broken');
  expect(await bodies(mine)).toBe('broken');
  expect(open).toHaveBeenCalledTimes(1);
  open.mockRestore();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(await keep(mine, whole({ head: 3 }))).toBeNull();
  expect(await bodies(mine)).toEqual({ head: 3 });
});
