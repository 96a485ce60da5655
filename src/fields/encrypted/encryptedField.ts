import * as z from 'zod/mini';
import type { FieldContract } from '../contract';
import { entrySchema } from '../entry';

const schema = entrySchema(['Encrypted'], { value: z.string() });

/** Ciphertext. Read-only: only who holds the tracker's private key can read it, and nobody here does. */
export const encryptedField: FieldContract<z.infer<typeof schema>, string> = {
  id: 'encrypted',
  types: ['Encrypted'],
  schema,
  read: (json) => json?.value ?? '',
  // Never the ciphertext: it tells nothing and would make rows match a search by chance.
  toText: (value) => (value === '' ? '' : 'Encrypted'),
};
