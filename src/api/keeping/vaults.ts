import * as z from 'zod/mini';
import { readStored, storedKeys, writeStored } from '~/lib/storage';
import { profileOf } from '../session';
import { VAULT } from './choice';
import { type Sealed, sealedSchema } from './vault';

/** Every vault of this browser that can be read. */
export function readVaults(): Sealed[] {
  try {
    return storedKeys('local')
      .filter((name) => name.startsWith(VAULT))
      .flatMap((name) => {
        const result = z.safeParse(sealedSchema, JSON.parse(readStored(name) ?? 'null'));
        return result.success ? [result.data] : [];
      });
  } catch {
    return [];
  }
}

/** Puts a vault in place of the one of the same profile. Throws where the browser stores nothing. */
export function storeVault(vault: Sealed): void {
  const isStored = writeStored(VAULT + profileOf(vault.session), JSON.stringify(vault));
  if (!isStored) throw new Error('This browser keeps nothing here.');
}

/** Whether something lies on this device for a profile: it may have been wiped, here or in another tab. */
export function hasVault(profile: string): boolean {
  return readStored(VAULT + profile) !== null;
}

/** Removes what lies on this device for a profile. */
export function removeVault(profile: string): void {
  writeStored(VAULT + profile, null);
}
