import { readStored, storedKeys, writeStored } from '~/lib/storage';
import type { Keep } from '../session';

const CHOICE = 'parterre.keep';

/** Where the person kept the sign-in the last time; the choice is no secret and is remembered per browser (C7). */
export function keepChoice(): Keep {
  const chosen = readStored(CHOICE);
  return chosen === 'tab' || chosen === 'device' ? chosen : 'memory';
}

/** Remembers the choice for the next sign-in. */
export function chooseKeep(choice: Keep): void {
  // A browser that stores nothing keeps to memory, the safest.
  writeStored(CHOICE, choice);
}

/** Longer than any vault. */
const TRIAL = 'x'.repeat(4_096);

/** Whether this browser stores something as long as a vault: asked before signing in. Not on a shared computer, nor a full one. */
export function hasRoom(): boolean {
  const isStored = writeStored(`${CHOICE}.trial`, TRIAL);
  writeStored(`${CHOICE}.trial`, null);
  return isStored;
}

/** Of a passphrase that locks what is kept on this device: who thinks of three or four words reaches it. */
export const SHORTEST_PASSPHRASE = 12;

/** What every vault of this device begins its name in localStorage with (`vaults.ts`). */
export const VAULT = 'parterre.vault.';

/** Whether somebody's sign-in lies on this device: only then what opens it is loaded. */
export function hasVaults(): boolean {
  return storedKeys('local').some((name) => name.startsWith(VAULT));
}
