import { invariant } from '~/lib/invariant';
import { type KeptSession, profileOf } from '../session';
import { resume } from '../signIn/signIn';
import { alsoKeepWith } from './keep';
import { makeKey, type Sealed, seal, unseal, type VaultKey } from './vault';
import { removeVault, storeVault } from './vaults';

/** The keys of the vaults that this tab has made or opened: a renewed sign-in is sealed anew without asking again. */
const keys = new Map<string, VaultKey>();
/** The credentials that were sealed last, by profile. */
const sealedLast = new Map<string, KeptSession['credentials']>();
let held: readonly KeptSession[] = [];

async function put(kept: KeptSession, key: VaultKey): Promise<void> {
  sealedLast.set(profileOf(kept.session), kept.credentials);
  storeVault(await seal(kept, key));
}

/** Follows what is signed in: seals what was renewed, removes what was signed out. */
function follow(kept: readonly KeptSession[]): void {
  held = kept;
  for (const [profile, key] of keys) {
    const still = kept.find(({ session }) => profileOf(session) === profile);
    if (still?.keep !== 'device') {
      keys.delete(profile);
      removeVault(profile);
    } else if (sealedLast.get(profile) !== still.credentials) {
      put(still, key).catch(() => removeVault(profile));
    }
  }
}

alsoKeepWith(follow);

/** Seals the sign-in of a profile of this tab behind `passphrase`. Throws when this browser stores nothing. */
export async function keepOnDevice(profile: string, passphrase: string): Promise<void> {
  const key = await makeKey(passphrase);
  const kept = held.find(({ session }) => profileOf(session) === profile);
  invariant(kept, 'Nobody of this profile is signed in.');
  await put(kept, key);
  keys.set(profile, key);
}

/** What came of unlocking: `refused` when the server no longer takes what lay there. */
export type Unlocked = 'open' | 'wrong' | 'refused';

/** Opens a vault, asks the server whether it still takes what lay there, and goes on with that session. Throws `ApiError`. */
export async function unlock(vault: Sealed, passphrase: string): Promise<Unlocked> {
  const opened = await unseal(vault, passphrase);
  if (!opened) return 'wrong';
  const profile = profileOf(vault.session);
  sealedLast.set(profile, opened.credentials);
  if (!(await resume(vault.session, opened.credentials, 'device'))) return 'refused';
  keys.set(profile, opened.key);
  return 'open';
}

/** Removes what lies on this device for a profile; a session that goes on in this tab is kept in memory from now on. */
export function forgetOnDevice(profile: string): void {
  keys.delete(profile);
  removeVault(profile);
}
