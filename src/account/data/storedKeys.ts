import { VAULT } from '~/api/keeping/choice';
import { forgetOnDevice } from '~/api/keeping/device';
import { keepInMemory } from '~/api/session';
import { readStored, type StoragePlace, storedKeys, writeStored } from '~/lib/storage';

/** One key of the browser's storage, in words. */
export interface StoredKey {
  key: string;
  place: StoragePlace;
  /** What it is; null for a key that is not ours. */
  what: string | null;
  /** Whose it is; null for what belongs to this browser as such. */
  profile: { server: string; user: number } | null;
  bytes: number;
  /** A secret, or not known to be none: never exported. */
  isSecret: boolean;
}

/** What each of our keys holds. What is not in this list is shown and wiped, but never exported. */
const known: readonly { key: RegExp; what: string; isSecret?: true }[] = [
  { key: /^parterre\.theme$/, what: 'Theme' },
  { key: /^parterre\.sidebar$/, what: 'Folded sidebar' },
  { key: /^parterre\.keep$/, what: 'Where a sign-in is kept' },
  { key: /^parterre\.readOnly$/, what: 'Read-only switch' },
  { key: /^parterre\.shared$/, what: 'Shared-computer switch' },
  { key: /^parterre\.recent\./, what: 'Recent places' },
  { key: /^parterre\.dense$/, what: 'Dense fields' },
  { key: /^parterre\.saveAtOnce$/, what: 'Saving without the review sheet' },
  { key: /^parterre\.visits\./, what: 'What was new at your last visit of an artifact' },
  { key: /^parterre\.mangledTags$/, what: 'Notes on version tags that a proxy changes' },
  { key: /^parterre\.vault\./, what: 'Sign-in behind a passphrase', isSecret: true },
  { key: /^parterre\.session$/, what: 'Sign-in of this tab', isSecret: true },
];

function profileOf(key: string): StoredKey['profile'] {
  const match = /^parterre\.(?:recent|vault|visits)\.(.+)[. ](\d+)$/.exec(key);
  return match ? { server: match[1] ?? '', user: Number(match[2]) } : null;
}

function describe(key: string, place: StoragePlace): StoredKey {
  const found = known.find((each) => each.key.test(key));
  const ours = key.startsWith('parterre.');
  return {
    key,
    place,
    what: found?.what ?? (ours ? key.slice('parterre.'.length) : null),
    profile: profileOf(key),
    bytes: new TextEncoder().encode(key + (readStored(key, place) ?? '')).length,
    isSecret: !found || found.isSecret === true,
  };
}

/** Everything of Parterre in localStorage and in this tab's sessionStorage; what others keep at this origin is not ours to show. */
export function ourStoredKeys(): StoredKey[] {
  return (['local', 'session'] as const)
    .flatMap((place) => storedKeys(place).map((key) => describe(key, place)))
    .filter(({ what }) => what !== null)
    .sort((a, b) => a.key.localeCompare(b.key));
}

/** The texts under these keys, as plain data for a file; those that are or may be secrets are left out. */
export function exportStored(keys: readonly StoredKey[]): Record<string, string> {
  return Object.fromEntries(
    keys
      .filter(({ isSecret }) => !isSecret)
      .map(({ key, place }) => [key, readStored(key, place) ?? '']),
  );
}

/** Takes them away; a sign-in among them goes on in memory, and does not come back with the next change. */
export function wipeStored(keys: readonly Pick<StoredKey, 'key' | 'place'>[]): void {
  for (const { key, place } of keys) {
    if (key === 'parterre.session') keepInMemory();
    if (key.startsWith(VAULT)) forgetOnDevice(key.slice(VAULT.length));
    writeStored(key, null, place);
  }
}
