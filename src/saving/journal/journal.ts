import * as z from 'zod/mini';
import { currentSession, scope } from '~/api/session';
import { HEAD, type Profile, type Slot, type Trouble } from '~/kept/record';
import { drop, keep, readBelow, readSlot } from '~/kept/store';
import { entrySchema, type JournalEnd, type JournalEntry, type JournalFacts } from './entry';

/** Entries that are kept for one person on one server; the oldest go first. */
export const MOST = 500;

/** The values of the fields before the write, by field id: what an undo puts back. */
const BEFORE = 'before';

/** What the write had made of it, where an undo needs that: the settings of a repository as they were read back. */
const AFTER = 'after';

/** What is sent after all, where that is not what the entry was begun with. */
export type Revision = Pick<JournalFacts, 'request' | 'changes' | 'typed' | 'joined'>;

/** Of a write at another artifact, the version that it starts from: no draft there keeps it. Gone with the end of the write. */
const BASE = 'base';

/** One entry that was begun: told once how it ended. */
export interface BegunEntry {
  id: string;
  /** Before it is sent: it is put together with what others saved meanwhile. `before` as `BEFORE`. */
  revise(facts: Revision, before: unknown): Promise<void>;
  /** `after` as `AFTER`. */
  end(how: JournalEnd, after?: unknown): Promise<void>;
  /** Nothing was sent after all. */
  drop(): Promise<void>;
}

/** What is kept beside an entry, for its undo. */
interface Sides {
  before?: unknown;
  after?: unknown;
  base?: unknown;
}

let count = 0;

/** Sorts by time, and is another one for two writes within a millisecond. */
function newId(at: number): string {
  count += 1;
  return `${String(at).padStart(15, '0')}-${count}-${Math.random().toString(36).slice(2, 8)}`;
}

/** By profile, why the newest write of this tab is not in its journal; a list without it must not look whole. */
const missed = new Map<string, Trouble>();

function partsOf(entry: JournalEntry, { before, after, base }: Sides): Map<string, unknown> {
  const parts = new Map<string, unknown>([[HEAD, entry]]);
  if (before !== undefined) parts.set(BEFORE, before);
  if (after !== undefined) parts.set(AFTER, after);
  if (base !== undefined) parts.set(BASE, base);
  return parts;
}

/** `news` is written; `lying` is beside it already, for when the browser has cleared its storage meanwhile. */
async function write(
  slot: Slot,
  entry: JournalEntry,
  { news, lying = {} }: { news: Sides; lying?: Sides },
): Promise<void> {
  const changed = partsOf(entry, news);
  const all = () => new Map([...partsOf(entry, lying), ...changed]);
  const trouble = await keep(slot, { changed, all });
  const profile = slot.profile.join(' ');
  if (trouble) missed.set(profile, trouble);
  else missed.delete(profile);
}

/** Whose journal it is: of a page that began under a profile, whatever is chosen meanwhile (features C1). */
export interface Writer {
  profile: Profile;
  /** Its server, in words. */
  server: string;
}

/** Who is signed in now. */
export function writerNow(): Writer {
  return { profile: scope(), server: currentSession()?.connection.label ?? '' };
}

/** What is kept beside a new entry, and whose it is. */
interface Begun extends Pick<Sides, 'before' | 'base'> {
  by?: Writer | undefined;
}

/**
 * Writes down what is about to be sent, before it is: after a killed tab it says what may have landed. A journal that
 * cannot be kept never stops a save.
 */
export async function beginEntry(
  facts: JournalFacts,
  { before, base, by = writerNow() }: Begun = {},
): Promise<BegunEntry> {
  const at = Date.now();
  const id = newId(at);
  const slot: Slot = { kind: 'journal', profile: by.profile, id };
  let entry: JournalEntry = {
    ...facts,
    schema: 1,
    id,
    at,
    server: by.server,
    outcome: 'underWay',
    changeset: null,
    message: '',
  };
  let lying: Sides = { before, base };
  await write(slot, entry, { news: lying });
  return {
    id,
    async revise(revision, newBefore) {
      entry = { ...entry, ...revision };
      lying = { before: newBefore, base };
      await write(slot, entry, { news: lying });
    },
    async end(how, after) {
      const gone = base === undefined ? {} : { base: null };
      await write(
        slot,
        { ...entry, ...how },
        { news: { after, ...gone }, lying: { ...lying, ...gone } },
      );
    },
    async drop() {
      await drop(slot);
    },
  };
}

/** Writes into an entry of another tab; one that cannot be read stays as it is. */
async function writeLater(
  of: Pick<Slot, 'profile' | 'id'>,
  change: JournalEnd | Revision,
  news: Sides,
): Promise<void> {
  const slot: Slot = { kind: 'journal', ...of };
  const worked = await readSlot(slot);
  if ('trouble' in worked) return;
  const entry = z.safeParse(entrySchema, worked.value.get(HEAD)?.body);
  const lying = { before: worked.value.get(BEFORE)?.body, after: worked.value.get(AFTER)?.body };
  if (entry.success) await write(slot, { ...entry.data, ...change }, { news, lying });
}

/** An entry of a tab that is gone, to be told how it ended. */
export function entryOfBefore(profile: Profile, id: string): BegunEntry {
  const of = { profile, id };
  return {
    id,
    revise: (revision, before) => writeLater(of, revision, { before }),
    end: (how, after) => endLater(of, how, after),
    async drop() {
      await drop({ kind: 'journal', ...of });
    },
  };
}

/** Says how an entry of another tab ended, when that was found out later. */
export async function endLater(
  of: Pick<Slot, 'profile' | 'id'>,
  how: JournalEnd,
  after?: unknown,
): Promise<void> {
  await writeLater(of, how, { after });
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
  /** False where the browser did not give it at all. */
  isRead: boolean;
}

/** The writes of one person on one server in this browser; the oldest beyond the limit are dropped on the way. */
export async function readJournal(profile: Profile): Promise<Journal> {
  const worked = await readBelow('journal', ...profile);
  if ('trouble' in worked) {
    return { entries: [], unread: 0, locked: 0, trouble: worked.trouble, isRead: false };
  }
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
  return { entries, unread, locked, trouble, isRead: true };
}

/** What was kept beside an entry for its undo; undefined where nothing was. */
export async function sidesOf(profile: Profile, id: string): Promise<Sides> {
  const worked = await readSlot({ kind: 'journal', profile, id });
  if ('trouble' in worked) return {};
  const body = (part: string) => worked.value.get(part)?.body;
  return { before: body(BEFORE), after: body(AFTER), base: body(BASE) };
}
