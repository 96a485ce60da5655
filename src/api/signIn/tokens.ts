import * as z from 'zod/mini';
import { type ActingAs, noBody, request } from '../client';
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

/** A token for 24 hours. 401 when the user name or the password is wrong. */
export async function createToken(
  connection: Connection,
  username: string,
  password: string,
): Promise<Token> {
  const answer = await request('POST', 'tokens', tokenSchema, {
    as: { connection, credentials: null },
    body: { username, password },
  });
  return answer.data;
}

/** Revokes one of the own tokens. */
export async function deleteToken(token: string, as: ActingAs): Promise<void> {
  await request('DELETE', `tokens/${encodeURIComponent(token)}`, noBody, {
    as,
  });
}
