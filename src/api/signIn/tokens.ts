import * as z from 'zod/mini';
import type { ActingAs } from '../asking/order';
import { noBody } from '../client';
import { type PlannedWrite, send } from '../requests/write';
import type { Connection } from '../session';

// Schemas (conventions.md §2)

export const tokenSchema = z.looseObject({
  user_id: z.int(),
  token: z.string(),
  uri: z.string(),
});

// Types

export type Token = z.infer<typeof tokenSchema>;

// Writes

/** What `createToken` sends. */
export function createTokenWrite(username: string, password: string): PlannedWrite<Token> {
  return {
    method: 'POST',
    path: 'tokens',
    body: { username, password },
    about: null,
    schema: tokenSchema,
  };
}

/** A token for 24 hours. 401 when the user name or the password is wrong. */
export async function createToken(
  connection: Connection,
  username: string,
  password: string,
): Promise<Token> {
  const planned = createTokenWrite(username, password);
  return (await send(planned, { connection, credentials: null })).data;
}

/** What `deleteToken` sends. */
export function deleteTokenWrite(token: string): PlannedWrite<undefined> {
  return {
    method: 'DELETE',
    path: `tokens/${encodeURIComponent(token)}`,
    about: null,
    schema: noBody,
  };
}

/** Revokes one of the own tokens. */
export async function deleteToken(token: string, as: ActingAs): Promise<void> {
  await send(deleteTokenWrite(token), as);
}
