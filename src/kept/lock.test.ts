import { expect, test } from 'vitest';
import { pack, unpack } from '~/lib/seal/packed';
import { withStorage } from '../../tests/fixtures/browserStorage';
import { exportKept, listKept, wipeKept } from './inventory';
import { sealKept, unlockKept } from './lock';
import type { Profile, Slot } from './record';
import { closeLocks } from './sealing';
import { keep, readBelow, readSlot } from './store';

withStorage();

const anna: Profile = ['acme', 102];
const slot: Slot = { kind: 'drafts', profile: anna, id: 'artifact 431' };
const phrase = 'correct horse battery';

function whole(parts: Record<string, unknown>) {
  const all = new Map(Object.entries(parts));
  return { changed: all, all: () => all };
}

async function bodies(): Promise<unknown> {
  const read = await readSlot(slot);
  if ('trouble' in read) return read.trouble;
  return Object.fromEntries([...read.value].map(([part, { body }]) => [part, body]));
}

/** Everything in the database as it lies there. */
async function raw(): Promise<string> {
  const opened = await new Promise<IDBDatabase>((resolve) => {
    const asked = indexedDB.open('parterre');
    asked.onsuccess = () => resolve(asked.result);
  });
  const all = await new Promise((resolve) => {
    const asked = opened.transaction('records').objectStore('records').getAll();
    asked.onsuccess = () => resolve(asked.result);
  });
  opened.close();
  return JSON.stringify(all);
}

test('E15: with a passphrase a draft lies there sealed, as do those of before, and comes back with it alone', async () => {
  await keep(slot, whole({ head: { title: 'Secret plan' }, a: 'typed before' }));
  await sealKept(anna, phrase);
  expect(await raw()).not.toMatch(/Secret plan|typed before/);
  const changed = new Map<string, unknown>([
    ['head', { title: 'Secret plan' }],
    ['a', new Map([[7, 'typed after']])],
  ]);
  await keep(slot, { changed, all: () => changed });
  const lies = await raw();
  expect(lies).not.toMatch(/Secret plan|typed after/);
  expect(lies).not.toContain(phrase);
  expect(await bodies()).toEqual({
    head: { title: 'Secret plan' },
    a: new Map([[7, 'typed after']]),
  });
  // Another tab, or the next day.
  closeLocks([]);
  expect(await bodies()).toBe('locked');
  expect(await unlockKept(anna, 'another phrase')).toBe(false);
  expect(await bodies()).toBe('locked');
  expect(await unlockKept(anna, phrase)).toBe(true);
  expect(await bodies()).toMatchObject({ head: { title: 'Secret plan' } });
});

test('E15: another passphrase seals what is written from then on; what the first one sealed is not lost', async () => {
  await sealKept(anna, phrase);
  await keep(slot, whole({ head: 1, a: 'first' }));
  closeLocks([]);
  await sealKept(anna, 'another phrase');
  expect(await bodies()).toBe('locked');
  expect(await unlockKept(anna, phrase)).toBe(true);
  expect(await bodies()).toEqual({ head: 1, a: 'first' });
  // The passphrase of now goes on to seal: it alone opens all of it the next day.
  await keep(slot, whole({ head: 2, a: 'second' }));
  closeLocks([]);
  expect(await unlockKept(anna, 'another phrase')).toBe(true);
  expect(await bodies()).toEqual({ head: 2, a: 'second' });
});

test('E15: what a tab that was closed in the midst of sealing left in clear is sealed with the next unlocking', async () => {
  await sealKept(anna, phrase);
  closeLocks([]);
  await keep(slot, whole({ head: { title: 'Secret plan' } }));
  expect(await raw()).toContain('Secret plan');
  expect(await unlockKept(anna, phrase)).toBe(true);
  expect(await raw()).not.toContain('Secret plan');
  expect(await bodies()).toEqual({ head: { title: 'Secret plan' } });
});

test('E15: a sealed part opens at its own place only', async () => {
  await sealKept(anna, phrase);
  await keep(slot, whole({ head: 1, a: 'one', b: 'two' }));
  const opened = await new Promise<IDBDatabase>((resolve) => {
    const asked = indexedDB.open('parterre');
    asked.onsuccess = () => resolve(asked.result);
  });
  const store = opened.transaction('records', 'readwrite').objectStore('records');
  await new Promise((resolve) => {
    const asked = store.get(['drafts', 'acme', 102, 'artifact 431', 'a']);
    asked.onsuccess = () => {
      store.put({ ...asked.result, part: 'b' }).onsuccess = resolve;
    };
  });
  opened.close();
  expect(await bodies()).toBe('locked');
});

test('Z9: what is sealed is counted, exported as it lies, and wiped with its lock', async () => {
  await sealKept(anna, phrase);
  await keep(slot, whole({ head: 1 }));
  closeLocks([]);
  const listed = await listKept();
  expect('value' in listed && listed.value).toMatchObject({ sums: [{ count: 1 }], unread: 0 });
  expect(JSON.stringify(await exportKept(anna))).toContain('sealedBy');
  await wipeKept(anna);
  const left = await readBelow('locks');
  expect('value' in left && left.value.records).toEqual([]);
});

test('E15: what JSON has no words for survives the seal', () => {
  const value = { map: new Map([[1, new Set(['a'])]]), at: new Date(5), list: [null, { x: 1 }] };
  expect(unpack(pack(value))).toEqual(value);
});

test('E15: a lock that is wiped while it is open lies beside what is sealed after, so that its passphrase opens it', async () => {
  await sealKept(anna, phrase);
  await wipeKept(anna);
  await keep(slot, whole({ head: { title: 'Secret plan' }, a: 'typed after' }));
  expect(await raw()).not.toMatch(/Secret plan|typed after/);
  closeLocks([]);
  expect(await bodies()).toBe('locked');
  expect(await unlockKept(anna, phrase)).toBe(true);
  expect(await bodies()).toEqual({ head: { title: 'Secret plan' }, a: 'typed after' });
});
