import { useSyncExternalStore } from 'react';
import { readStored, writeStored } from '~/lib/storage';

/** What the person chose; `system` follows the device. Kept per browser: it is no secret and nobody's data. */
export type ThemeChoice = 'system' | 'light' | 'dark';

const KEY = 'parterre.theme';
const DARK = '(prefers-color-scheme: dark)';
const listeners = new Set<() => void>();
let choice: ThemeChoice = 'system';

function stored(): ThemeChoice {
  const value = readStored(KEY);
  return value === 'light' || value === 'dark' ? value : 'system';
}

function apply(): void {
  const isDark = choice === 'dark' || (choice === 'system' && matchMedia(DARK).matches);
  const root = document.documentElement;
  root.dataset.theme = isDark ? 'dark' : 'light';
  root.classList.toggle('dark', isDark);
}

/** Puts the kept theme on the page and follows the device from then on; called once, before the first render. */
export function startTheme(): void {
  choice = stored();
  apply();
  matchMedia(DARK).addEventListener('change', apply);
}

/** Changes the theme at once and keeps the choice; a browser that keeps nothing just forgets it. */
export function chooseTheme(next: ThemeChoice): void {
  choice = next;
  // Where nothing is stored, the choice lasts as long as the page.
  writeStored(KEY, next);
  apply();
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The theme the person chose. */
export function useThemeChoice(): ThemeChoice {
  return useSyncExternalStore(subscribe, () => choice);
}
