import { type IDBPDatabase, type IDBPObjectStore, openDB } from 'idb';
import type { RecordKey, Trouble } from './record';
import { isShared } from './shared';

const NAME = 'parterre';
const STORE = 'records';
/** Counts the shape of the database, not of what lies in it: each kind tells its own versions apart. */
const VERSION = 1;
/** After this many beats of 100 ms a storage that does not answer counts as broken: nobody waits for it. */
const PATIENCE = 40;
/** Milliseconds after which it is asked again, when what it was asked before has still no answer. */
const PAUSE = 60_000;

/** What lies there may be of any age and any hand: `unknown` until a schema has read it. */
interface KeptDatabase {
  records: { key: RecordKey; value: unknown };
}

type Database = IDBPDatabase<KeptDatabase>;

/** Everything that is kept, within one transaction. */
type Store<Mode extends IDBTransactionMode> = IDBPObjectStore<
  KeptDatabase,
  ['records'],
  'records',
  Mode
>;
export type ReadableStore = Store<'readonly'>;
export type WritableStore = Store<'readwrite'>;

let opened: { factory: IDBFactory; database: Promise<Database> } | null = null;

function open(factory: IDBFactory): Promise<Database> {
  if (opened?.factory === factory) return opened.database;
  const forget = () => {
    if (opened?.database === database) opened = null;
  };
  const database: Promise<Database> = openDB<KeptDatabase>(NAME, VERSION, {
    upgrade(fresh) {
      fresh.createObjectStore(STORE, { keyPath: ['kind', 'server', 'user', 'id', 'part'] });
    },
    // A newer Parterre in another tab goes first; this one says that it keeps nothing any more.
    blocking: (_current, _blocked, event) => {
      forget();
      if (event.target instanceof IDBDatabase) event.target.close();
    },
    terminated: forget,
  });
  database.catch(forget);
  opened = { factory, database };
  return database;
}

function begin<Mode extends 'readonly' | 'readwrite'>(database: Database, mode: Mode) {
  const transaction = database.transaction(STORE, mode);
  return {
    store: transaction.store,
    done: transaction.done,
    abort() {
      try {
        transaction.abort();
      } catch {
        // It has ended by itself, which is what was wanted.
      }
    },
  };
}

function factoryOf(): IDBFactory | null {
  try {
    // Reading the name alone throws in some browsers that store nothing.
    return globalThis.indexedDB ?? null;
  } catch {
    return null;
  }
}

/** Why the browser did not store or read, in the words of `Trouble`. */
function troubleOf(error: unknown): Trouble {
  const name = error instanceof Error || error instanceof DOMException ? error.name : '';
  if (name === 'QuotaExceededError') return 'full';
  if (name === 'VersionError') return 'newer';
  return name === 'SecurityError' || name === 'InvalidStateError' ? 'absent' : 'broken';
}

class Silence extends Error {
  override name = 'Silence';
}

/** What did not answer in time: until it does, or for a minute, nobody waits for that storage again. */
let silent: { factory: IDBFactory; since: number } | null = null;

function isSilent(factory: IDBFactory): boolean {
  return silent?.factory === factory && performance.now() - silent.since < PAUSE;
}

/** `work` goes on, and its answer ends the silence; a connection that hangs is left to it. */
function noteSilence(factory: IDBFactory, work: Promise<unknown>): void {
  const noted = { factory, since: performance.now() };
  silent = noted;
  opened = null;
  const end = () => {
    if (silent === noted) silent = null;
  };
  work.then(end, end);
}

/** Beats, not one long timer: a page that was busy for seconds has not waited for the storage that long. */
async function inTime<T>(work: Promise<T>): Promise<T> {
  let beat: ReturnType<typeof setInterval> | undefined;
  const late = new Promise<never>((_, reject) => {
    let left = PATIENCE;
    beat = setInterval(() => {
      left -= 1;
      if (left === 0) reject(new Silence('The storage does not answer.'));
    }, 100);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearInterval(beat);
  }
}

export type Worked<T> = { value: T } | { trouble: Trouble };

async function transact<Mode extends 'readonly' | 'readwrite', T>(
  mode: Mode,
  work: (store: Store<Mode>) => Promise<T>,
): Promise<Worked<T>> {
  const factory = factoryOf();
  if (!factory) return { trouble: 'absent' };
  if (isSilent(factory)) return { trouble: 'broken' };
  const run = async () => {
    const { store, done, abort } = begin(await open(factory), mode);
    try {
      const [value] = await Promise.all([work(store), done]);
      return { value };
    } catch (error) {
      abort();
      throw error;
    }
  };
  const running = run();
  try {
    return await inTime(running);
  } catch (error) {
    if (error instanceof Silence) noteSilence(factory, running);
    return { trouble: troubleOf(error) };
  }
}

/** Reads in one transaction. Gives what `work` gave, or why it could not; never throws for what the browser does. */
export function reading<T>(work: (store: ReadableStore) => Promise<T>): Promise<Worked<T>> {
  return transact('readonly', work);
}

/** Takes away in one transaction, also on a shared computer. */
export function wiping<T>(work: (store: WritableStore) => Promise<T>): Promise<Worked<T>> {
  return transact('readwrite', work);
}

/** Writes in one transaction, all of it or nothing; nothing at all on a shared computer. */
export async function writing<T>(work: (store: WritableStore) => Promise<T>): Promise<Worked<T>> {
  return isShared() ? { trouble: 'shared' } : transact('readwrite', work);
}
