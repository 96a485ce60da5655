import type { Keep } from '../session';

const CHOICE = 'parterre.keep';

/** Where the person kept the sign-in the last time; the choice is no secret and is remembered per browser (C7). */
export function keepChoice(): Keep {
  try {
    const chosen = localStorage.getItem(CHOICE);
    return chosen === 'tab' || chosen === 'device' ? chosen : 'memory';
  } catch {
    return 'memory';
  }
}

/** Remembers the choice for the next sign-in. */
export function chooseKeep(choice: Keep): void {
  try {
    localStorage.setItem(CHOICE, choice);
  } catch {
    // A browser that stores nothing keeps to memory, the safest.
  }
}
