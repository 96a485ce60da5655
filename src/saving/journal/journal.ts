import * as z from 'zod/mini';
import { currentSession, scope } from '~/api/session';
import { HEAD, type Profile, type Slot, type Trouble } from '~/kept/record';
import { drop, keep, readBelow, readSlot } from '~/kept/store';
import { entrySchema, type JournalEnd, type JournalEntry, type JournalFacts } from './entry';

/** Entries that are kept for one person on one server; the oldest go first. */
export const MOST = 500;

/** The values of the fields before the write, by field id: what an undo puts back. */
export const BEFORE = 'before';

/** What the write had made of it, where an undo needs that: the settings of a repository as they were read back. */
export const AFTER = 'after';

/** One entry that was begun: told once how it ended. */
export interface BegunEntry {
  id: string;
  /** `after` as `AFTER`. */
  end(how: JournalEnd, after?: unknown): Promise<void>;
  /** What goes out is another body than was noted, over other values; not for one of a tab that is gone. */
  sends?(body: unknown, before: unknown): Promise<void>;
  /** Nothing was sent after all. */
  drop(): Promise<void>;
}

/** Whose write it is: taken when it is wanted, as another profile may be chosen while it waits (features C1). */
export interface Writer {
  profile: Profile;
  server: string;
}

export function writerOfNow(): Writer {
  return { profile: scope(), server: currentSession()?.connection.label ?? '' };
}

/** What is kept beside an entry, for its undo. */
interface Sides {
  before?: unknown;
  after?: unknown;
}

let count = 0;

/** Sorts by time, and is another one for two writes within a millisecond. */
function newId(at: number): string {
  count += 1;
  return `${String(at).padStart(15, '0')}-${count}-${Math.random().toString(36).slice(2, 8)}`;
}

/** By profile, why the newest write of this tab is not in its journal; a list without it must not look whole. */
const missed = new Map<string, Trouble>();

async function write(slot: Slot, entry: JournalEntry, { before, after }: Sides): Promise<void> {
  const changed = new Map<string, unknown>([[HEAD, entry]]);
  if (after !== undefined) changed.set(AFTER, after);
  const all = new Map(changed);
  if (before !== undefined) all.set(BEFORE, before);
  const trouble = await keep(slot, { changed, all: () => all });
  const profile = slot.profile.join(' ');
  if (trouble) missed.set(profile, trouble);
  else missed.delete(profile);
}

/**
 * Writes down what is about to be sent, before it is: after a killed tab it says what may have landed. A journal that
 * cannot be kept never stops a save.
 */
export async function beginEntry(
  facts: JournalFacts,
  noted?: unknown,
  { profile, server }: Writer = writerOfNow(),
): Promise<BegunEntry> {
  const at = Date.now();
  const id = newId(at);
  const slot: Slot = { kind: 'journal', profile, id };
  let before = noted;
  let entry: JournalEntry = {
    ...facts,
    schema: 1,
    id,
    at,
    server,
    outcome: 'underWay',
    changeset: null,
    message: '',
  };
  await write(slot, entry, { before });
  return {
    id,
    async end(how, after) {
      await write(slot, { ...entry, ...how }, { before, after });
    },
    async sends(body, over) {
      entry = { ...entry, request: { ...entry.request, body } };
      before = over;
      const all = new Map<string, unknown>([
        [HEAD, entry],
        [BEFORE, before],
      ]);
      await keep(slot, { changed: all, all: () => all });
    },
    async drop() {
      await drop(slot);
    },
  };
}

/** An entry of a tab that is gone, to be told how it ended. */
export function entryOfBefore(profile: Profile, id: string): BegunEntry {
  return {
    id,
    end: (how, after) => endLater({ profile, id }, how, after),
    async drop() {
      await drop({ kind: 'journal', profile, id });
    },
  };
}

/** Says how an entry of another tab ended, when that was found out later. */
export async function endLater(
  of: Pick<Slot, 'profile' | 'id'>,
  how: JournalEnd,
  after?: unknown,
): Promise<void> {
  const slot: Slot = { kind: 'journal', ...of };
  const worked = await readSlot(slot);
  if ('trouble' in worked) return;
  const entry = z.safeParse(entrySchema, worked.value.get(HEAD)?.body);
  const before = worked.value.get(BEFORE)?.body;
  if (entry.success) await write(slot, { ...entry.data, ...how }, { before, after });
}

export interface Journal {
  /** The newest first. */
  entries: JournalEntry[];
  /** Entries that this Parterre does not read. */
  unread: number;
  /** How many lie behind a passphrase that this tab has not. */
  locked: number;
  /** Why it cannot be read, or why the newest write of this tab is not in it. */
  trouble: Trouble | null;
}

/** The writes of one person on one server in this browser; the oldest beyond the limit are dropped on the way. */
export async function readJournal(profile: Profile): Promise<Journal> {
  const worked = await readBelow('journal', ...profile);
  if ('trouble' in worked) return { entries: [], unread: 0, locked: 0, trouble: worked.trouble };
  const heads = worked.value.records.filter(({ part }) => part === HEAD);
  const entries = heads.flatMap(({ body }) => {
    const entry = z.safeParse(entrySchema, body);
    return entry.success ? [entry.data] : [];
  });
  const unread = heads.length - entries.length + worked.value.unread.length;
  entries.sort((a, b) => b.at - a.at);
  for (const { id } of entries.splice(MOST)) await drop({ kind: 'journal', profile, id });
  const locked = new Set(worked.value.locked.map(({ id }) => id)).size;
  const trouble = missed.get(profile.join(' ')) ?? null;
  return { entries, unread, locked, trouble };
}

/** What was kept beside an entry for its undo; undefined where nothing was. */
export async function sidesOf(profile: Profile, id: string): Promise<Sides> {
  const worked = await readSlot({ kind: 'journal', profile, id });
  if ('trouble' in worked) return {};
  return { before: worked.value.get(BEFORE)?.body, after: worked.value.get(AFTER)?.body };
}
