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

const listSchema = z.looseObject({ servers: z.array(z.unknown()) });

const addressed = z.looseObject({ url: z.string() });

// Types

export type OfferedPerson = z.infer<typeof offeredPersonSchema>;
export type Server = z.infer<typeof serverSchema>;

/** An entry that cannot be offered, as it is written; `serverFaults.ts` says why. */
export interface FaultyServer {
  /** Its place in the list, from 0. */
  index: number;
  entry: unknown;
  /** It is well formed, but an entry before it has its id. */
  isRepeated: boolean;
}

export interface ListedServers {
  servers: Server[];
  faulty: FaultyServer[];
}

// Queries

/** What is written in another way and means the same: blanks around an address, a slash after it, capitals, this very page. */
function normal(entry: unknown, here: string): unknown {
  const { data } = z.safeParse(addressed, entry);
  const written = data?.url.trim() ?? '';
  if (!data || !/^https?:\/\/[^/?#@]+\/*$/i.test(written)) return entry;
  const url = URL.parse(written)?.origin;
  return url === undefined ? entry : { ...data, url: url === here ? '' : url };
}

/**
 * The Tuleap servers of a list as it was written. One bad entry costs itself only; the key of everything that is kept is
 * the id, so that a second entry with the same one is not offered. `here` is the origin of this page.
 */
export function sortServers(written: readonly unknown[], here: string): ListedServers {
  const servers: Server[] = [];
  const faulty: FaultyServer[] = [];
  for (const [index, entry] of written.entries()) {
    if (z.safeParse(otherServerSchema, entry).success) continue;
    const { data } = z.safeParse(serverSchema, normal(entry, here));
    const isRepeated = servers.some(({ id }) => id === data?.id);
    if (!data || isRepeated || (data.url !== '' && !URL.canParse(data.url))) {
      faulty.push({ index, entry, isRepeated });
    } else servers.push(data);
  }
  return { servers, faulty };
}

/** The servers that this deployment offers. No query: the connect page, which asks first, does without the cache. */
export async function readListedServers(signal?: AbortSignal): Promise<ListedServers> {
  const { servers } = await readStatic('parterre.json', listSchema, { signal });
  return sortServers(servers, location.origin);
}

/** The Tuleap servers of this deployment that can be asked. */
export async function readServers(signal?: AbortSignal): Promise<Server[]> {
  return (await readListedServers(signal)).servers;
}
