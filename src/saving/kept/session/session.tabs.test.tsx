import { IDBObjectStore } from 'fake-indexeddb';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type * as Kept from '~/kept/store';
import { withStorage } from '../../../../tests/fixtures/browserStorage';
import { giveLocks, ModelLocks } from '../../../../tests/fixtures/webLocks';
import type * as Session from './session';

withStorage();

const slot = { kind: 'drafts', profile: ['acme', 102], id: 'artifact 431' } as const;

/**
 * One tab that shows a draft of one text, as modules that nothing but the browser joins to those of another tab; its page has
 * begun to read, and does nothing else yet.
 */
async function beginTab(locks: ModelLocks) {
  vi.resetModules();
  const { KeptSession }: typeof Session = await import('./session');
  giveLocks(locks.tab().locks);
  let text = '';
  const head = () => ({
    ...{ schema: 1 as const, place: 'artifact' as const, id: 431, name: 'req #431', title: '' },
    ...{ within: '', changed: ['Title'], hasComment: false, savedAt: 1, version: null },
  });
  const session = new KeptSession({
    slot,
    head: () => (text === '' ? null : head()),
    parts: () => new Map([['text', text]]),
    adopt(records, how) {
      const body = records.get('text')?.body;
      if (typeof body !== 'string') return null;
      text = how === 'opened' ? text || body : body;
      return { parts: new Map([['text', text]]), savedAt: 1 };
    },
    clear() {
      text = '';
    },
  });
  const stop = session.start();
  return {
    session,
    stop,
    text: () => text,
    async type(next: string) {
      text = next;
      session.touch();
      await session.flush();
    },
  };
}

/** One that has read what lies in the browser. */
async function openTab(locks: ModelLocks) {
  const tab = await beginTab(locks);
  await vi.waitFor(() => expect(tab.session.state().isReady).toBe(true));
  return tab;
}

beforeEach(() => {
  // No channel, and the event of what is stored is not told in the window that wrote: the tabs hear nothing of each other.
  vi.stubGlobal('BroadcastChannel', undefined);
});

afterEach(() => {
  giveLocks(undefined);
  vi.unstubAllGlobals();
});

test('E15: the page hears that the draft is kept, and not of every write', async () => {
  const tab = await openTab(new ModelLocks());
  const heard: string[] = [];
  const times: (number | null)[] = [];
  await tab.type('One');
  tab.session.onKept(() => times.push(tab.session.keptAt()));
  tab.session.subscribe(() => heard.push(tab.session.state().status.state));
  await tab.type('One t');
  await tab.type('One two');
  expect(heard).toEqual([]);
  expect(times).toEqual([0, 0]);
  expect(tab.session.state().status).toEqual({ state: 'kept' });
  tab.stop();
});

test('Z6: a tab that can hear nothing sees what another one typed when it comes before the person again', async () => {
  const locks = new ModelLocks();
  const [one, two] = [await openTab(locks), await openTab(locks)];
  await one.type('Half');
  expect(one.session.state().role).toBe('editor');
  expect(two.text()).toBe('');
  window.dispatchEvent(new Event('focus'));
  await vi.waitFor(() => expect(two.text()).toBe('Half'));
  await vi.waitFor(() => expect(two.session.state().role).toBe('follower'));
  await one.type('Half a thought');
  document.dispatchEvent(new Event('visibilitychange'));
  await vi.waitFor(() => expect(two.text()).toBe('Half a thought'));
  // The one that edits takes nothing from the storage.
  expect(one.text()).toBe('Half a thought');
  await one.type('');
  window.dispatchEvent(new Event('focus'));
  await vi.waitFor(() => expect(two.text()).toBe(''));
  one.stop();
  two.stop();
});

test('Z6: a look at nothing leaves a form that is open and empty alone', async () => {
  const one = await openTab(new ModelLocks());
  const { readSlot }: typeof Kept = await import('~/kept/store');
  one.session.claim();
  await vi.waitFor(() => expect(one.session.state().role).toBe('editor'));
  window.dispatchEvent(new Event('focus'));
  expect(await readSlot(slot)).toEqual({ value: new Map() });
  expect(one.session.state().role).toBe('editor');
  one.stop();
});

test('Z6: a page that is left before its draft was read takes no seat, so that the next one can edit', async () => {
  const locks = new ModelLocks();
  const before = await openTab(locks);
  await before.type('Half');
  before.stop();
  const left = await beginTab(locks);
  left.stop();
  await vi.waitFor(() => expect(left.session.state().isReady).toBe(true));
  const next = await openTab(locks);
  await vi.waitFor(() => expect(next.session.state().role).toBe('editor'));
  next.stop();
});

/** What lies in the browser of the draft, as it lies there. */
async function lying(): Promise<unknown> {
  const { readSlot }: typeof Kept = await import('~/kept/store');
  const read = await readSlot(slot);
  return 'value' in read ? [...read.value].map(([part, { body }]) => [part, body]) : read.trouble;
}

async function keepBefore(text: unknown): Promise<unknown> {
  const { keep }: typeof Kept = await import('~/kept/store');
  const parts = new Map<string, unknown>([
    ['head', { of: 'another version' }],
    ['text', text],
  ]);
  await keep(slot, { changed: parts, all: () => parts });
  return lying();
}

const unreadable = { state: 'trouble', trouble: 'unreadable' };

test('E15: over a kept draft that this Parterre cannot read nothing is written, and Discard takes nothing of it away', async () => {
  const before = await keepBefore({ shape: 'of another version' });
  const tab = await openTab(new ModelLocks());
  expect(tab.session.state().status).toEqual(unreadable);
  await tab.type('Half');
  expect(await lying()).toEqual(before);
  await tab.type('');
  expect(await lying()).toEqual(before);
  expect(tab.session.state().status).toEqual(unreadable);
  tab.stop();
});

test('E15: a browser that does not answer at the opening loses nothing: the next key looks again', async () => {
  await keepBefore('Kept before');
  const read = vi.spyOn(IDBObjectStore.prototype, 'getAllKeys').mockImplementationOnce(() => {
    throw new DOMException('slow', 'UnknownError');
  });
  const tab = await openTab(new ModelLocks());
  expect(read).toHaveBeenCalled();
  expect(tab.session.state().status).toEqual(unreadable);
  expect(tab.text()).toBe('');
  await tab.type('');
  await vi.waitFor(() => expect(tab.text()).toBe('Kept before'));
  expect(tab.session.state().status).toEqual({ state: 'kept' });
  tab.stop();
});

test('Z9: after a wipe nothing is said to be kept, nothing on the screen goes with it, and the next key keeps it again', async () => {
  const one = await openTab(new ModelLocks());
  await one.type('Half');
  const { wipeKept } = await import('~/kept/inventory');
  await wipeKept();
  await vi.waitFor(() => expect(one.session.state().status).toEqual({ state: 'none' }));
  expect(one.text()).toBe('Half');
  await one.type('Half a thought');
  expect(one.session.state().status.state).toBe('kept');
  one.stop();
});

test('Z6: a seat that is taken away and taken back before the last keys are kept ends as the editor', async () => {
  const locks = new ModelLocks();
  const [one, two] = [await openTab(locks), await openTab(locks)];
  await one.type('Half');
  two.session.claim();
  await vi.waitFor(() => expect(two.session.state().role).toBe('follower'));
  const said: string[] = [];
  one.session.subscribe(() => said.push(one.session.state().role));
  const typing = one.type('Half a thought');
  two.session.editHere();
  // Before the browser has answered the write.
  await Promise.resolve();
  await Promise.resolve();
  one.session.editHere();
  await typing;
  await vi.waitFor(() => expect(one.session.state().role).toBe('editor'));
  expect(one.text()).toBe('Half a thought');
  await vi.waitFor(() => expect(two.session.state().role).toBe('follower'));
  // It passes through both, so that what was typed in between is read.
  expect(said.filter((role, at) => role !== said[at - 1])).toEqual(['follower', 'editor']);
  one.stop();
  two.stop();
});
