import { useSyncExternalStore } from 'react';

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

function stored(): boolean {
  try {
    return localStorage.getItem(KEY) === 'on';
  } catch {
    return false;
  }
}

/** Whether writes are refused now. */
export function isReadOnly(): boolean {
  isOn ??= stored();
  return isOn;
}

/** Switches it for this browser; where nothing can be stored, for this page. */
export function setReadOnly(on: boolean): void {
  isOn = on;
  try {
    if (on) localStorage.setItem(KEY, 'on');
    else localStorage.removeItem(KEY);
  } catch {
    // Storage may be refused (private window): the switch then lasts as long as the page.
  }
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
