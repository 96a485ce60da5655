import * as z from 'zod/mini';
import { readStatic } from '../requests/readStatic';

// Schemas (`public/parterre.json`, written by whoever deploys)

/** Somebody whom the sandbox offers by one click; never present for a real server. */
export const offeredPersonSchema = z.looseObject({
  username: z.string(),
  realName: z.string(),
  role: z.string(),
  note: z.string(),
  accessKey: z.string(),
});

export const serverSchema = z.looseObject({
  id: z.string().check(z.minLength(1)),
  label: z.string().check(z.minLength(1)),
  /** An origin (`https://tuleap.example.org`), or `''` for the origin of this page. */
  url: z.string().check(z.regex(/^(https?:\/\/[^/?#@]+)?$/, 'An origin without a path, or empty')),
  color: z.enum(['teal', 'purple', 'orange', 'blue']),
  kind: z.enum(['tuleap', 'sandbox', 'replay']),
  people: z.optional(z.array(offeredPersonSchema)),
});

/** A second kind of server, with a sign-in of its own: `blueprint/servers.ts` reads it whole. */
const otherServerSchema = z.looseObject({ kind: z.literal('blueprint') });

export const serversSchema = z.looseObject({
  servers: z.array(z.union([serverSchema, otherServerSchema])),
});

// Types

export type OfferedPerson = z.infer<typeof offeredPersonSchema>;
export type Server = z.infer<typeof serverSchema>;

// Queries

/** The Tuleap servers that this deployment offers. No query: the connect page, which alone asks, does without the cache. */
export async function readServers(signal?: AbortSignal): Promise<Server[]> {
  const { servers } = await readStatic('parterre.json', serversSchema, { signal });
  return servers.filter((server): server is Server => server.kind !== 'blueprint');
}
