import { useSyncExternalStore } from 'react';
import { readStored, writeStored } from '~/lib/storage';

const KEY = 'parterre.dense';

let isDense: boolean | undefined;
const listeners = new Set<() => void>();

function current(): boolean {
  isDense ??= readStored(KEY) === 'on';
  return isDense;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Sets whether the fields of artifacts stand close together. Without storage it lasts as long as the page. */
export function setDense(next: boolean): void {
  isDense = next;
  writeStored(KEY, next ? 'on' : null);
  for (const listener of listeners) listener();
}

/** Whether this person wants more on one screen (features V1). */
export function useIsDense(): boolean {
  return useSyncExternalStore(subscribe, current);
}
