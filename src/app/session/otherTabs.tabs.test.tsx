import { expect, test, vi } from 'vitest';
import { hearOtherTabs, tellOtherTabs } from './otherTabs';

test('Z6: without BroadcastChannel a sign-out is heard by what is stored for a moment, and no litter stays', () => {
  vi.stubGlobal('BroadcastChannel', undefined);
  const hear = vi.fn();
  const stop = hearOtherTabs(hear);
  const stored = vi.spyOn(Storage.prototype, 'setItem');
  tellOtherTabs('sandbox 102');
  const [key, newValue] = stored.mock.calls[0] ?? [];
  // The browser tells the other tabs, not the one that wrote.
  window.dispatchEvent(new StorageEvent('storage', { key: key ?? '', newValue: newValue ?? '' }));
  window.dispatchEvent(new StorageEvent('storage', { key: key ?? '', newValue: null }));
  expect(hear).toHaveBeenCalledExactlyOnceWith('sandbox 102');
  expect(localStorage.getItem(key ?? '')).toBeNull();
  stop();
});
