import { useSyncExternalStore } from 'react';
import { readStored, writeStored } from '~/lib/storage';

/**
 * The read-only switch (features C8): while it is on, the client sends nothing but reads. Kept per browser and followed by
 * every tab, so that a link opened in a new tab is no way around it.
 */
const KEY = 'parterre.readOnly';
let isOn: boolean | undefined;
const listeners = new Set<() => void>();

function tell(): void {
  for (const listener of listeners) listener();
}

/** Whether writes are refused now. */
export function isReadOnly(): boolean {
  isOn ??= readStored(KEY) === 'on';
  return isOn;
}

/** Switches it for this browser; where nothing can be stored, for this page. */
export function setReadOnly(on: boolean): void {
  isOn = on;
  writeStored(KEY, on ? 'on' : null);
  tell();
}

/** A switch in another tab counts here at once; a cleared storage (key null) is no reason to begin writing. */
function follow({ key, newValue }: StorageEvent): void {
  if (key !== KEY) return;
  isOn = newValue === 'on';
  tell();
}

globalThis.addEventListener?.('storage', follow);

/** Calls `listener` after every change, in whichever tab. */
export function subscribeToReadOnly(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The switch for components. */
export function useReadOnly(): boolean {
  return useSyncExternalStore(subscribeToReadOnly, isReadOnly);
}
