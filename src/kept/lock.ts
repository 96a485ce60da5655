import * as z from 'zod/mini';
import { announce } from './changes';
import { reading, writing } from './database';
import { HEAD, type KeptRecord, kinds, LOCKS, type Profile, recordSchema } from './record';
import { makeLock, type OpenLock, openLock } from './seal';
import { holdOpen, opened, openLocks, sealed, sealerOf } from './sealing';
import { below, readBelow } from './store';

/** Opens every lock of a profile that `passphrase` opens; gives whether one did. `place` as `holdOpen`. */
async function openAll(
  profile: Profile,
  { passphrase, place }: { passphrase: string; place: 'first' | 'behind' },
): Promise<boolean> {
  const worked = await readBelow(LOCKS, ...profile);
  if ('trouble' in worked) return false;
  const all = worked.value.records.map(({ id, body }) => openLock(id, body, passphrase));
  const open = (await Promise.all(all)).filter((lock) => lock !== null);
  for (const lock of open) holdOpen(profile, lock, place);
  return open.length > 0;
}

/** Tells every page and tab to look again at what is kept. */
function tell(profile: Profile): void {
  for (const kind of kinds) announce({ kind, profile, id: '' });
}

/** Opens in this tab what lies sealed for a profile; false for another passphrase. */
export async function unlockKept(profile: Profile, passphrase: string): Promise<boolean> {
  // One that seals already goes on to: the passphrase of before is given to read, not to write.
  const isOpen = await openAll(profile, { passphrase, place: 'behind' });
  // A tab that was closed in the middle of sealing left the rest in clear.
  if (isOpen) await sealOld(profile);
  if (isOpen) tell(profile);
  return isOpen;
}

async function newLock(profile: Profile, passphrase: string): Promise<OpenLock | null> {
  const [server, user] = profile;
  const id = Math.random().toString(36).slice(2, 12);
  const { stored, lock } = await makeLock(id, passphrase);
  const record = { kind: LOCKS, server, user, id, part: HEAD, at: Date.now(), body: stored };
  const worked = await writing((store) => store.put(record));
  return 'trouble' in worked ? null : lock;
}

/** Seals one record of before, unless it was written meanwhile. */
async function sealOne(record: KeptRecord, profile: Profile): Promise<void> {
  const open = await opened(record);
  if (!open || record.kind === LOCKS) return;
  const { kind, server, user, id, part, at } = record;
  const parts = await sealed({ kind, profile, id }, new Map([[part, open.body]]));
  await writing(async (store) => {
    const there = await store.get([kind, server, user, id, part]);
    const now = z.safeParse(recordSchema, there);
    if (now.success && now.data.at === at) await store.put({ ...record, body: parts.get(part) });
  });
}

/** What lay there in clear, or behind another passphrase that is open here, is sealed too. */
async function sealOld(profile: Profile): Promise<void> {
  const [lock] = openLocks(profile);
  for (const kind of kinds) {
    const worked = await reading((store) => store.getAll(below(kind, ...profile)));
    if ('trouble' in worked) return;
    for (const value of worked.value) {
      const record = z.safeParse(recordSchema, value);
      if (record.success && sealerOf(record.data.body) !== lock?.id) {
        await sealOne(record.data, profile);
      }
    }
  }
}

/**
 * From now on everything that is kept for a profile is sealed with `passphrase`, and what lay there in clear is too
 * (features E15: drafts are encrypted where the sign-in is). A passphrase of before still opens what it sealed. On a shared
 * computer, and where the browser stores nothing, there is nothing to seal.
 */
export async function sealKept(profile: Profile, passphrase: string): Promise<void> {
  if (!(await openAll(profile, { passphrase, place: 'first' }))) {
    const lock = await newLock(profile, passphrase);
    if (!lock) return;
    holdOpen(profile, lock, 'first');
  }
  await sealOld(profile);
  tell(profile);
}
