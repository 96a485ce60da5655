import * as z from 'zod/mini';
import { announce } from './changes';
import { type Worked, wiping } from './database';
import { HEAD, type KeptKind, kinds, LOCKS, type Profile, type Trouble } from './record';
import { below, readBelow } from './store';

/** How much of one kind is kept for one person on one server. */
export interface KeptSum {
  profile: Profile;
  kind: KeptKind;
  /** Drafts, entries, …; not their parts. */
  count: number;
  /** About how many bytes, as JSON. */
  bytes: number;
}

function bytesOf(value: unknown): number {
  return JSON.stringify(value)?.length ?? 0;
}

/** Everything that this browser keeps, summed up (features Z9). `unread` counts records that no schema of ours reads. */
export async function listKept(): Promise<Worked<{ sums: KeptSum[]; unread: number }>> {
  const worked = await readBelow();
  if ('trouble' in worked) return worked;
  const sums = new Map<string, KeptSum>();
  for (const record of [...worked.value.records, ...worked.value.locked]) {
    if (record.kind === LOCKS) continue;
    const { kind, server, user, part } = record;
    const key = JSON.stringify([kind, server, user]);
    const sum = sums.get(key) ?? { profile: [server, user], kind, count: 0, bytes: 0 };
    const isHead = part === HEAD;
    sums.set(key, {
      ...sum,
      count: sum.count + Number(isHead),
      bytes: sum.bytes + bytesOf(record),
    });
  }
  return { value: { sums: [...sums.values()], unread: worked.value.unread.length } };
}

/** Everything that is kept, or that of one person on one server, as plain data for a file. */
export async function exportKept(profile?: Profile): Promise<Worked<unknown[]>> {
  const worked = await readBelow();
  if ('trouble' in worked) return worked;
  const { records, locked, unread } = worked.value;
  // What is sealed here goes along as it lies: only its passphrase opens it.
  const all = [...records, ...locked];
  if (!profile) return { value: [...all, ...unread] };
  const [server, user] = profile;
  return { value: all.filter((record) => record.server === server && record.user === user) };
}

/** Of a record; z.tuple would cost every first screen a third of a KiB. */
const keySchema = z.array(z.unknown());

/** The profile that a key is of, by its name; nothing for a key that is none of ours. */
function profileIn(key: unknown): [string, Profile][] {
  const read = z.safeParse(keySchema, key);
  const [, server, user] = read.data ?? [];
  if (typeof server !== 'string' || typeof user !== 'number') return [];
  return [[`${server} ${user}`, [server, user]]];
}

/** Wipes what is kept: of one person on one server, of one kind, or all of it. Gives why that failed, or null. */
export async function wipeKept(profile?: Profile, kind?: KeptKind): Promise<Trouble | null> {
  const some = kind ? [kind] : [...kinds, LOCKS];
  const worked = await wiping(async (store) => {
    const keys = profile ? [] : await store.getAllKeys();
    if (!profile && !kind) await store.clear();
    for (const one of some) await store.delete(below(one, ...(profile ?? [])));
    return new Map(keys.flatMap((key) => profileIn(key)));
  });
  if ('trouble' in worked) return worked.trouble;
  // Pages that show some of it say no more that it is kept.
  for (const of of profile ? [profile] : worked.value.values()) {
    for (const one of kind ? [kind] : kinds) announce({ kind: one, profile: of, id: '' });
  }
  return null;
}
