import * as z from 'zod/mini';

/** Whose something is: the id of the server and of the person there (`scope()` of the session). */
export type Profile = readonly [server: string, user: number];

/** What this browser keeps. Each kind has its own words for its parts; here they are opaque. */
export const kinds = ['drafts', 'journal', 'snapshots'] as const;
export type KeptKind = (typeof kinds)[number];

/** The locks of what is sealed lie beside it, and are wiped with it. */
export const LOCKS = 'locks';

/** One kept thing: a draft, an entry of the journal. It lies in parts, so that a change writes only what changed. */
export interface Slot {
  kind: KeptKind;
  profile: Profile;
  id: string;
}

/** The part that every slot has: small, enough to list it. */
export const HEAD = 'head';

/**
 * Why nothing is kept. `shared`: a shared computer, by choice. `absent`: this browser stores nothing (switched off, private
 * window). `full`: no room. `newer`: a newer version of Parterre has been here. `locked`: it lies there sealed, and this tab has
 * not the passphrase. `broken`: anything else.
 */
export type Trouble = 'shared' | 'absent' | 'full' | 'newer' | 'locked' | 'broken';

/** One part of a slot as it lies in the database, whoever wrote it. */
export const recordSchema = z.looseObject({
  kind: z.enum([...kinds, LOCKS]),
  server: z.string(),
  user: z.int(),
  id: z.string(),
  part: z.string(),
  /** When it was written, in milliseconds. */
  at: z.number(),
  body: z.unknown(),
});

export type KeptRecord = z.infer<typeof recordSchema>;

export type RecordKey = [kind: string, server: string, user: number, id: string, part: string];

export function keyOf({ kind, profile, id }: Slot, part: string): RecordKey {
  return [kind, profile[0], profile[1], id, part];
}
