import * as z from 'zod/mini';
import { announce } from './changes';
import { reading, type Worked, type WritableStore, wiping, writing } from './database';
import {
  HEAD,
  type KeptKind,
  type KeptRecord,
  keyOf,
  LOCKS,
  type Profile,
  recordSchema,
  type Slot,
  type Trouble,
} from './record';
import { opened, openLocks, sealed } from './sealing';

/** Parts of a slot by their names; `undefined` takes a part away. */
export type Parts = ReadonlyMap<string, unknown>;

interface Writing {
  /** What changed since the last write, with the head; null where it is not known what lies there: then all is written. */
  changed: Parts | null;
  /** Everything, for when the slot is not there (any more): the browser may have cleared its storage meanwhile. */
  all(): Parts;
}

/** Every key that begins with these; an array sorts after every string, number and date. For within a transaction. */
export function below(...prefix: readonly (string | number)[]): IDBKeyRange {
  return IDBKeyRange.bound([...prefix], [...prefix, []]);
}

/**
 * The lock lies beside what it seals. It may have been wiped while it was open here (My data, another tab): without it what
 * is sealed now could never be opened again.
 */
async function putLock(store: WritableStore, profile: Profile): Promise<void> {
  const [lock] = openLocks(profile);
  if (!lock) return;
  const [server, user] = profile;
  const place = { kind: LOCKS, server, user, id: lock.id, part: HEAD };
  const isThere = await store.getKey([LOCKS, server, user, lock.id, HEAD]);
  if (isThere === undefined) await store.put({ ...place, at: Date.now(), body: lock.stored });
}

async function put(store: WritableStore, slot: Slot, parts: Parts): Promise<void> {
  const { kind, id, profile } = slot;
  const [server, user] = profile;
  const at = Date.now();
  await putLock(store, profile);
  for (const [part, body] of parts) {
    if (body === undefined) await store.delete(keyOf(slot, part));
    else await store.put({ kind, server, user, id, part, at, body });
  }
}

/** Writes a slot, whole or not at all. Gives why nothing is kept, or null when it is. */
export async function keep(slot: Slot, { changed, all }: Writing): Promise<Trouble | null> {
  if (!changed) return keepWhole(slot, await sealed(slot, all()));
  // A database does not wait for a seal: what goes in is ready before.
  const news = await sealed(slot, changed);
  const worked = await writing(async (store) => {
    const isThere = (await store.getKey(keyOf(slot, HEAD))) !== undefined;
    if (isThere) await put(store, slot, news);
    return isThere;
  });
  if ('trouble' in worked) return worked.trouble;
  return worked.value ? told(slot) : keepWhole(slot, await sealed(slot, all()));
}

/** Nothing of before stays beside the new. */
async function keepWhole(slot: Slot, parts: Parts): Promise<Trouble | null> {
  const worked = await writing(async (store) => {
    await store.delete(below(slot.kind, ...slot.profile, slot.id));
    await put(store, slot, parts);
  });
  return 'trouble' in worked ? worked.trouble : told(slot);
}

function told(slot: Slot): null {
  announce(slot);
  return null;
}

/** Takes a slot away. Gives why that failed, or null. */
export async function drop(slot: Slot): Promise<Trouble | null> {
  const worked = await wiping(async (store) => {
    await store.delete(below(slot.kind, ...slot.profile, slot.id));
  });
  if ('trouble' in worked) return worked.trouble;
  announce(slot);
  return null;
}

/** A record that no schema of ours reads: listed as it is, never shown as anything, never lost by us. */
export interface Unread {
  key: unknown;
  raw: unknown;
}

export interface KeptRecords {
  records: KeptRecord[];
  /** Sealed, and this tab has not the passphrase. */
  locked: KeptRecord[];
  unread: Unread[];
}

/** What lies there under these keys, told apart from what no schema of ours reads. */
function sorted(keys: readonly unknown[], values: readonly unknown[]): KeptRecords {
  const found: KeptRecords = { records: [], locked: [], unread: [] };
  values.forEach((raw, index) => {
    const record = z.safeParse(recordSchema, raw);
    if (record.success) found.records.push(record.data);
    else found.unread.push({ key: keys[index], raw });
  });
  return found;
}

/** Everything whose key begins with these, each record read by the schema of the envelope. */
export async function readBelow(
  ...prefix: readonly (string | number)[]
): Promise<Worked<KeptRecords>> {
  const worked = await reading(async (store) => {
    const range = below(...prefix);
    return sorted(...(await Promise.all([store.getAllKeys(range), store.getAll(range)])));
  });
  return 'trouble' in worked ? worked : { value: await allOpened(worked.value) };
}

/** The same with every body open that this tab has the lock to. */
async function allOpened({ records, unread }: KeptRecords): Promise<KeptRecords> {
  const found: KeptRecords = { records: [], locked: [], unread };
  const all = await Promise.all(records.map((record) => opened(record)));
  all.forEach((record, index) => {
    const closed = records[index];
    if (record) found.records.push(record);
    else if (closed) found.locked.push(closed);
  });
  return found;
}

/** All parts of one slot by their names; empty when it is not there, `locked` where a part of it is. */
export async function readSlot(slot: Slot): Promise<Worked<ReadonlyMap<string, KeptRecord>>> {
  const worked = await readBelow(slot.kind, ...slot.profile, slot.id);
  if ('trouble' in worked) return worked;
  const { records, locked } = worked.value;
  if (locked.length > 0) return { trouble: 'locked' };
  return { value: new Map(records.map((record) => [record.part, record])) };
}

/**
 * The heads of all slots of a kind that one person has on one server. Nothing else of them is read: this is asked after
 * every key that is kept, and a base is as large as its artifact.
 */
export async function readHeads(
  kind: KeptKind,
  profile: Profile,
): Promise<Worked<readonly KeptRecord[]>> {
  const worked = await reading(async (store) => {
    const keys = await store.getAllKeys(below(kind, ...profile));
    const heads = keys.filter((key) => Array.isArray(key) && key.at(-1) === HEAD);
    return sorted(heads, await Promise.all(heads.map((key) => store.get(key))));
  });
  if ('trouble' in worked) return worked;
  return { value: (await allOpened(worked.value)).records };
}
