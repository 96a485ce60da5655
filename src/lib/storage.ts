/**
 * The one place that touches localStorage and sessionStorage (held by the architecture test): nothing is refused with an
 * exception, and nothing is written on a shared computer (features Z9).
 */
export type StoragePlace = 'local' | 'session';

/** Says that this is a shared computer; holds nothing about anybody. */
export const SHARED_KEY = 'parterre.shared';

/** Switches that protect, which a shared computer needs as much: they are the only things written there. */
const safeguards: readonly string[] = [SHARED_KEY, 'parterre.readOnly'];

function storageAt(place: StoragePlace): Storage | undefined {
  // Reading the name alone throws where a browser stores nothing.
  return place === 'local' ? globalThis.localStorage : globalThis.sessionStorage;
}

/** What is stored under `key`; null for nothing, and where the browser stores nothing. */
export function readStored(key: string, place: StoragePlace = 'local'): string | null {
  try {
    return storageAt(place)?.getItem(key) ?? null;
  } catch {
    return null;
  }
}

/**
 * Stores a text, or with null takes it away. Gives false when it was not stored: refused, full, or a shared computer.
 * What is stored by the browser's leave only lasts as long as the page then.
 */
export function writeStored(
  key: string,
  text: string | null,
  place: StoragePlace = 'local',
): boolean {
  try {
    if (text === null) {
      storageAt(place)?.removeItem(key);
      return true;
    }
    if (!safeguards.includes(key) && readStored(SHARED_KEY) === 'on') return false;
    const storage = storageAt(place);
    storage?.setItem(key, text);
    return Boolean(storage);
  } catch {
    return false;
  }
}

/** Every key that is stored at a place, whoever wrote it. */
export function storedKeys(place: StoragePlace): string[] {
  try {
    const storage = storageAt(place);
    return Array.from({ length: storage?.length ?? 0 }, (_, at) => storage?.key(at) ?? '');
  } catch {
    return [];
  }
}
