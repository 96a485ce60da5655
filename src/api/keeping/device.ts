import { invariant } from '~/lib/invariant';
import { type KeptSession, keepInMemory, profileOf } from '../session';
import { resume } from '../signIn/signIn';
import { alsoKeepWith } from './keep';
import { makeKey, type Sealed, seal, unseal, type VaultKey } from './vault';
import { hasVault, removeVault, storeVault } from './vaults';

/** The keys of the vaults that this tab has made or opened: a renewed sign-in is sealed anew without asking again. */
const keys = new Map<string, VaultKey>();
/** The credentials that were sealed last, by profile. */
const sealedLast = new Map<string, KeptSession['credentials']>();
/** The profiles whose vault this tab has stored or opened: where it is gone, somebody wiped it, perhaps in another tab. */
const stored = new Set<string>();
let held: readonly KeptSession[] = [];

function drop(profile: string): void {
  keys.delete(profile);
  stored.delete(profile);
  removeVault(profile);
}

const isWiped = (profile: string) => stored.has(profile) && !hasVault(profile);

async function put(kept: KeptSession, key: VaultKey): Promise<void> {
  const profile = profileOf(kept.session);
  sealedLast.set(profile, kept.credentials);
  const vault = await seal(kept, key);
  // Signed out, wiped or renewed again while it was sealed: nothing comes back.
  const isWanted = keys.get(profile) === key && sealedLast.get(profile) === kept.credentials;
  if (!isWanted || isWiped(profile)) return;
  storeVault(vault);
  stored.add(profile);
}

/** Follows what is signed in: seals what was renewed, removes what was signed out. */
function follow(kept: readonly KeptSession[]): void {
  held = kept;
  for (const [profile, key] of keys) {
    const still = kept.find(({ session }) => profileOf(session) === profile);
    if (still?.keep !== 'device' || isWiped(profile)) {
      drop(profile);
    } else if (sealedLast.get(profile) !== still.credentials) {
      put(still, key).catch(() => drop(profile));
    }
  }
}

alsoKeepWith(follow);

/** Seals the sign-in of a profile of this tab behind `passphrase`. Throws when this browser stores nothing. */
export async function keepOnDevice(profile: string, passphrase: string): Promise<void> {
  const key = await makeKey(passphrase);
  const kept = held.find(({ session }) => profileOf(session) === profile);
  invariant(kept, 'Nobody of this profile is signed in.');
  keys.set(profile, key);
  try {
    await put(kept, key);
  } catch (error) {
    forgetOnDevice(profile);
    throw error;
  }
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
  stored.add(profile);
  return 'open';
}

/** Removes what lies on this device for a profile; a session that goes on in this tab is kept in memory from now on. */
export function forgetOnDevice(profile: string): void {
  drop(profile);
  keepInMemory(profile);
}
