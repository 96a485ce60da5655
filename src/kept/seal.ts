import * as z from 'zod/mini';
import { fromBase64, toBase64 } from '~/lib/base64';
import { pack, unpack } from '~/lib/seal/packed';
import { keyOfPassphrase, ROUNDS } from '~/lib/seal/passphrase';

/**
 * The key to what is kept for one profile, behind a passphrase. The key itself is random, so that another passphrase would
 * need no other key; neither the passphrase nor the key stands anywhere in clear.
 */
const lockSchema = z.object({
  rounds: z.int().check(z.minimum(ROUNDS), z.maximum(10 * ROUNDS)),
  salt: z.string(),
  iv: z.string(),
  key: z.string(),
});

type Lock = z.infer<typeof lockSchema>;

/** A body that was sealed, and by which lock. */
export const sealedSchema = z.object({ sealedBy: z.string(), iv: z.string(), data: z.string() });

export type Sealed = z.infer<typeof sealedSchema>;

/** A lock that is open in this tab. */
export interface OpenLock {
  id: string;
  key: CryptoKey;
  /** What is stored of it, without which nothing that it seals could be opened again. */
  stored: unknown;
}

const aes = (iv: Uint8Array<ArrayBuffer>, bound: string) => ({
  name: 'AES-GCM',
  iv,
  additionalData: new TextEncoder().encode(bound),
});

function importKey(raw: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt']);
}

const random = (length: number) => crypto.getRandomValues(new Uint8Array(length));

/** A new lock for a passphrase: what is stored of it, and the lock, open. `id` names it. */
export async function makeLock(
  id: string,
  passphrase: string,
): Promise<{ stored: Lock; lock: OpenLock }> {
  const salt = toBase64(random(16));
  const [iv, raw] = [random(12), random(32)];
  const outer = await keyOfPassphrase(passphrase, salt, ROUNDS);
  const sealed = await crypto.subtle.encrypt(aes(iv, id), outer, raw);
  const stored = {
    rounds: ROUNDS,
    salt,
    iv: toBase64(iv),
    key: toBase64(new Uint8Array(sealed)),
  };
  return { stored, lock: { id, key: await importKey(raw), stored } };
}

/** The lock that lies there, open; null for another passphrase, or where it is none of ours. */
export async function openLock(
  id: string,
  stored: unknown,
  passphrase: string,
): Promise<OpenLock | null> {
  const read = z.safeParse(lockSchema, stored);
  if (!read.success) return null;
  const { salt, rounds, iv, key } = read.data;
  try {
    const outer = await keyOfPassphrase(passphrase, salt, rounds);
    const raw = await crypto.subtle.decrypt(aes(fromBase64(iv), id), outer, fromBase64(key));
    return { id, key: await importKey(new Uint8Array(raw)), stored };
  } catch {
    // AES-GCM tells no more than that it does not open.
    return null;
  }
}

/** Seals a body for its place: it opens nowhere else. */
export async function sealBody(lock: OpenLock, place: string, body: unknown): Promise<Sealed> {
  const iv = random(12);
  const plain = new TextEncoder().encode(pack(body));
  const data = await crypto.subtle.encrypt(aes(iv, place), lock.key, plain);
  return { sealedBy: lock.id, iv: toBase64(iv), data: toBase64(new Uint8Array(data)) };
}

/** The body again. Throws where it was tampered with, or is of another place. */
export async function openBody(lock: OpenLock, place: string, sealed: Sealed): Promise<unknown> {
  const parameters = aes(fromBase64(sealed.iv), place);
  const plain = await crypto.subtle.decrypt(parameters, lock.key, fromBase64(sealed.data));
  return unpack(new TextDecoder().decode(plain));
}
