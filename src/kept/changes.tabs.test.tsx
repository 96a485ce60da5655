import { expect, test, vi } from 'vitest';
import type * as Changes from './changes';

const slot = { kind: 'drafts', profile: ['acme', 102], id: 'artifact 431' } as const;
const message = { kind: 'drafts', server: 'acme', user: 102, id: 'artifact 431' };

/** The module as a tab evaluates it. */
async function openTab(): Promise<typeof Changes> {
  vi.resetModules();
  return import('./changes');
}

test('Z6: by BroadcastChannel another tab hears what was written, this one that it was here', async () => {
  const [one, two] = [await openTab(), await openTab()];
  const [here, there] = [vi.fn(), vi.fn()];
  one.onKeptChange(here);
  two.onKeptChange(there);
  one.announce(slot);
  expect(here).toHaveBeenCalledExactlyOnceWith({ ...message, isHere: true });
  await vi.waitFor(() =>
    expect(there).toHaveBeenCalledExactlyOnceWith({ ...message, isHere: false }),
  );
});

test('Z6: without BroadcastChannel the other tab hears it by what is stored for a moment, and no litter stays', async () => {
  vi.stubGlobal('BroadcastChannel', undefined);
  const [one, two] = [await openTab(), await openTab()];
  const there = vi.fn();
  two.onKeptChange(there);
  const stored = vi.spyOn(Storage.prototype, 'setItem');
  one.announce(slot);
  const [key, newValue] = stored.mock.calls[0] ?? [];
  // The browser tells the other tabs, not the one that wrote.
  window.dispatchEvent(new StorageEvent('storage', { key: key ?? '', newValue: newValue ?? '' }));
  window.dispatchEvent(new StorageEvent('storage', { key: key ?? '', newValue: '{half' }));
  window.dispatchEvent(new StorageEvent('storage', { key: 'other', newValue: newValue ?? '' }));
  expect(there).toHaveBeenCalledExactlyOnceWith({ ...message, isHere: false });
  expect(localStorage.length).toBe(0);
  vi.unstubAllGlobals();
});
