import * as z from 'zod/mini';
import { profileOf } from '../session';
import { VAULT } from './choice';
import { type Sealed, sealedSchema } from './vault';

/** Every vault of this browser that can be read. */
export function readVaults(): Sealed[] {
  try {
    return Object.keys(localStorage)
      .filter((name) => name.startsWith(VAULT))
      .flatMap((name) => {
        const result = z.safeParse(sealedSchema, JSON.parse(localStorage.getItem(name) ?? 'null'));
        return result.success ? [result.data] : [];
      });
  } catch {
    return [];
  }
}

/** Puts a vault in place of the one of the same profile. Throws where the browser stores nothing. */
export function storeVault(vault: Sealed): void {
  localStorage.setItem(VAULT + profileOf(vault.session), JSON.stringify(vault));
}

/** Removes what lies on this device for a profile. */
export function removeVault(profile: string): void {
  try {
    localStorage.removeItem(VAULT + profile);
  } catch {
    // A browser that stores nothing has nothing to remove.
  }
}
