import * as z from 'zod/mini';
import type { KeptRecord, Profile, Slot } from './record';
import type { OpenLock } from './seal';

/** The locks that this tab has opened, the one to seal with first; nothing of them is stored. */
const locks = new Map<string, readonly OpenLock[]>();

const nameOf = (profile: Profile) => profile.join(' ');

/** The locks that are open for a profile. */
export function openLocks(profile: Profile): readonly OpenLock[] {
  return locks.get(nameOf(profile)) ?? [];
}

/** Holds a lock open in this tab, to seal with from now on, or, where another one does (`behind`), only to read with. */
export function holdOpen(profile: Profile, lock: OpenLock, place: 'first' | 'behind'): void {
  const others = openLocks(profile).filter(({ id }) => id !== lock.id);
  locks.set(nameOf(profile), place === 'first' ? [lock, ...others] : [...others, lock]);
}

/** Forgets the locks of everybody but these: who signed out leaves nothing open. */
export function closeLocks(but: readonly Profile[]): void {
  const stay = new Set(but.map(nameOf));
  for (const name of locks.keys()) if (!stay.has(name)) locks.delete(name);
}

type Place = Pick<KeptRecord, 'kind' | 'server' | 'user' | 'id' | 'part'>;

const placeOf = ({ kind, server, user, id, part }: Place) =>
  JSON.stringify([kind, server, user, id, part]);

/** The lock that a body lies behind; null where it lies there in clear. */
export function sealerOf(body: unknown): string | null {
  const isSealed = typeof body === 'object' && body !== null && 'sealedBy' in body;
  return isSealed && typeof body.sealedBy === 'string' ? body.sealedBy : null;
}

/** Bodies by part as they are to lie in the database: sealed, where the profile has a lock. */
export async function sealed(
  { kind, profile, id }: Slot,
  parts: ReadonlyMap<string, unknown>,
): Promise<ReadonlyMap<string, unknown>> {
  const [server, user] = profile;
  const [lock] = openLocks(profile);
  if (!lock) return parts;
  const { sealBody } = await import('./seal');
  const all = [...parts].map(async ([part, body]) => {
    const place = JSON.stringify([kind, server, user, id, part]);
    return [part, body === undefined ? body : await sealBody(lock, place, body)] as const;
  });
  return new Map(await Promise.all(all));
}

/** A record with its body open; null where this tab has not the lock, or it does not fit. */
export async function opened(record: KeptRecord): Promise<KeptRecord | null> {
  if (sealerOf(record.body) === null) return record;
  const { openBody, sealedSchema } = await import('./seal');
  const body = z.safeParse(sealedSchema, record.body);
  if (!body.success) return null;
  const { sealedBy } = body.data;
  const lock = openLocks([record.server, record.user]).find(({ id }) => id === sealedBy);
  if (!lock) return null;
  try {
    return { ...record, body: await openBody(lock, placeOf(record), body.data) };
  } catch {
    return null;
  }
}
