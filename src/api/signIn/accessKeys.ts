import { queryOptions } from '@tanstack/react-query';
import * as z from 'zod/mini';
import { everyPage } from '../answers/paging';
import type { ActingAs } from '../asking/order';
import { noBody } from '../client';
import { type PlannedWrite, send, type WriteFacts } from '../requests/write';
import { scope } from '../session';

// Schemas (conventions.md §2, recordings auth/21–37)

export const accessKeySchema = z.looseObject({
  id: z.int(),
  creation_date: z.string(),
  expiration_date: z.nullable(z.string()),
  description: z.string(),
  last_used_on: z.nullable(z.string()),
  last_used_by: z.nullable(z.string()),
  scopes: z.array(z.looseObject({ identifier: z.string() })),
});

export const accessKeysSchema = z.array(accessKeySchema);

export const newAccessKeySchema = z.looseObject({ identifier: z.string() });

// Types

export type AccessKey = z.infer<typeof accessKeySchema>;

/** What a key may be used for; plugins of the server know more. */
export type KeyScope = 'write:rest' | 'write:svn';

export interface NewAccessKey {
  description: string;
  scopes: readonly KeyScope[];
  /** ISO 8601 with its offset, or null for a key that never ends. */
  expiresOn: string | null;
}

// Queries

/** The keys of one person, whole; 403 for anybody but that person (auth/33). `self` is no number here: 400 (auth/32). */
export function accessKeysOf(userId: number, as?: ActingAs): Promise<AccessKey[]> {
  return everyPage(`users/${userId}/access_keys`, accessKeysSchema, (page) => page, {
    limit: 50,
    ...(as ? { as } : {}),
  });
}

/** The signed-in person's keys. */
export function accessKeysQuery() {
  const [server, person] = scope();
  return queryOptions({
    queryKey: [server, person, 'access_keys'],
    queryFn: () => accessKeysOf(person),
  });
}

// Writes

/** What `createAccessKey` sends. */
export function createAccessKeyWrite(
  key: NewAccessKey,
): PlannedWrite<z.infer<typeof newAccessKeySchema>> {
  const { description, scopes, expiresOn } = key;
  const name = description === '' ? 'Access key' : `Access key “${description}”`;
  const changes = [
    { label: 'Scopes', before: '', after: scopes.join(', ') },
    { label: 'Ends', before: '', after: expiresOn ?? 'never' },
  ];
  const ends = expiresOn === null ? {} : { expiration_date: expiresOn };
  return {
    method: 'POST',
    path: 'access_keys',
    body: { description, scopes, ...ends },
    about: { name, changes },
    schema: newAccessKeySchema,
  };
}

/** Makes a key; the answer is the only time that the server shows it. 400 for a date in the past. */
export async function createAccessKey(key: NewAccessKey): Promise<string> {
  return (await send(createAccessKeyWrite(key))).data.identifier;
}

/** What `deleteAccessKey` sends. */
export function deleteAccessKeyWrite(
  id: number,
  about: WriteFacts = { name: `Access key ${id}` },
): PlannedWrite<undefined> {
  return { method: 'DELETE', path: `access_keys/${id}`, about, schema: noBody };
}

/** Revokes one of the own keys: what uses it is signed out at once. */
export async function deleteAccessKey(id: number, as?: ActingAs): Promise<void> {
  await send(deleteAccessKeyWrite(id), as);
}

/** Revokes a key that the person sees, with what it was for the journal. */
export async function revokeAccessKey({ id, description, scopes }: AccessKey): Promise<void> {
  const name = description === '' ? `Access key ${id}` : `Access key “${description}”`;
  const before = scopes.map(({ identifier }) => identifier).join(', ');
  await send(deleteAccessKeyWrite(id, { name, changes: [{ label: 'Scopes', before, after: '' }] }));
}
