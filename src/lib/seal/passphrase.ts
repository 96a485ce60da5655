import { fromBase64 } from '../base64';

/** OWASP's least for PBKDF2 with SHA-256. */
export const ROUNDS = 600_000;

/** Browsers have WebCrypto on https and localhost only. */
export function canSeal(): boolean {
  return typeof crypto !== 'undefined' && crypto.subtle !== undefined;
}

/** A key for AES-GCM from a passphrase and a salt in base64; it cannot be taken out. Takes a good part of a second, on purpose. */
export async function keyOfPassphrase(
  passphrase: string,
  salt: string,
  rounds: number,
): Promise<CryptoKey> {
  // Typed on another keyboard, the same letters may be composed differently.
  const bytes = new TextEncoder().encode(passphrase.normalize('NFC'));
  const material = await crypto.subtle.importKey('raw', bytes, 'PBKDF2', false, ['deriveKey']);
  return crypto.subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-256', salt: fromBase64(salt), iterations: rounds },
    material,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  );
}
