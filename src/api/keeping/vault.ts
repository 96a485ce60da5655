import * as z from 'zod/mini';
import { fromBase64, toBase64 } from '~/lib/base64';
import { invariant } from '~/lib/invariant';
import { keyOfPassphrase, ROUNDS } from '~/lib/seal/passphrase';
import type { KeptSession, Session } from '../session';
import { type Access, accessOf, type Credentials } from '../signIn/credentials';
import { credentialsSchema, sessionSchema } from './kept';

/**
 * A sign-in that lies on this device behind a passphrase (features C7): whose and by which way in clear, so that it can be
 * offered; the secret sealed. Neither the passphrase nor the key made of it is stored.
 */
export const sealedSchema = z.object({
  session: sessionSchema,
  way: z.enum(['accessKey', 'token', 'browser', 'anonymous']),
  endsAt: z.optional(z.number()),
  rounds: z.int().check(z.minimum(ROUNDS), z.maximum(10 * ROUNDS)),
  salt: z.string(),
  iv: z.string(),
  sealed: z.string(),
});

export type Sealed = z.infer<typeof sealedSchema>;

/** The key of one vault: not extractable, and only in memory. */
export interface VaultKey {
  key: CryptoKey;
  salt: string;
}

/** A new key from a passphrase, with a salt of its own. Takes a good part of a second, on purpose. */
export async function makeKey(passphrase: string): Promise<VaultKey> {
  const salt = toBase64(crypto.getRandomValues(new Uint8Array(16)));
  return { key: await keyOfPassphrase(passphrase, salt, ROUNDS), salt };
}

/** Sealed together with the secret: whoever changes the server or the person in storage cannot have it opened there. */
function bound({ connection, person }: Session): Uint8Array<ArrayBuffer> {
  const facts = [connection.id, connection.url, person.id, person.username];
  return new TextEncoder().encode(JSON.stringify(facts));
}

/** Seals the credentials of `kept` with a fresh initialisation vector. */
export async function seal(kept: KeptSession, { key, salt }: VaultKey): Promise<Sealed> {
  const { session, credentials } = kept;
  const { way, endsAt }: Access = accessOf(credentials);
  invariant(way !== 'basic', 'A password is never stored.');
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const plain = new TextEncoder().encode(JSON.stringify(credentials));
  const parameters = { name: 'AES-GCM', iv, additionalData: bound(session) };
  const sealed = await crypto.subtle.encrypt(parameters, key, plain);
  return {
    ...{ session, way, rounds: ROUNDS, salt, iv: toBase64(iv) },
    sealed: toBase64(new Uint8Array(sealed)),
    ...(endsAt === undefined ? {} : { endsAt }),
  };
}

/** The credentials and the key that opened them; `null` for a wrong passphrase, or a vault that was tampered with. */
export async function unseal(
  vault: Sealed,
  passphrase: string,
): Promise<{ credentials: Credentials; key: VaultKey } | null> {
  const { salt } = vault;
  try {
    const key = await keyOfPassphrase(passphrase, salt, vault.rounds);
    const plain = await crypto.subtle.decrypt(
      { name: 'AES-GCM', iv: fromBase64(vault.iv), additionalData: bound(vault.session) },
      key,
      fromBase64(vault.sealed),
    );
    const credentials = z.parse(credentialsSchema, JSON.parse(new TextDecoder().decode(plain)));
    return { credentials, key: { key, salt } };
  } catch {
    // AES-GCM tells no more than that it does not open.
    return null;
  }
}
