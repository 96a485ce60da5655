import { useSyncExternalStore } from 'react';

export interface Toast {
  id: number;
  text: string;
  /** One way to look at what happened. */
  action?: { label: string; onSelect(): void };
}

let toasts: readonly Toast[] = [];
let nextId = 1;
const listeners = new Set<() => void>();

function become(next: readonly Toast[]): void {
  toasts = next;
  for (const listener of listeners) listener();
}

/** Removes one toast. */
export function dismissToast(id: number): void {
  become(toasts.filter((toast) => toast.id !== id));
}

/** Removes all of them: what one person was told is not for the next. */
export function clearToasts(): void {
  become([]);
}

/**
 * Tells of something that happened elsewhere or later; never the only place of an error. It leaves by itself after
 * 8 seconds, one with an action stays until it is dismissed (WCAG 2.2.1): by its number, when what it acts on is gone.
 */
export function toast(text: string, action?: Toast['action']): number {
  const id = nextId++;
  // Said once more, it takes the place of the one before; each that acts on something stays.
  const others = toasts.filter((one) => one.action || one.text !== text);
  become([...others.slice(-2), action ? { id, text, action } : { id, text }]);
  if (!action) setTimeout(() => dismissToast(id), 8000);
  return id;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The toasts to show, oldest first. */
export function useToasts(): readonly Toast[] {
  return useSyncExternalStore(subscribe, () => toasts);
}
