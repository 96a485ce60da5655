import { useSyncExternalStore } from 'react';

/** What the person chose; `system` follows the device. Kept per browser: it is no secret and nobody's data. */
export type ThemeChoice = 'system' | 'light' | 'dark';

const KEY = 'parterre.theme';
const DARK = '(prefers-color-scheme: dark)';
const listeners = new Set<() => void>();
let choice: ThemeChoice = 'system';

function stored(): ThemeChoice {
  try {
    const value = localStorage.getItem(KEY);
    return value === 'light' || value === 'dark' ? value : 'system';
  } catch {
    return 'system';
  }
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
  try {
    localStorage.setItem(KEY, next);
  } catch {
    // Storage may be refused (private window): the choice then lasts as long as the page.
  }
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
