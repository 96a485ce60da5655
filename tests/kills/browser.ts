import { IDBDatabase, IDBFactory, IDBObjectStore } from 'fake-indexeddb';
import { vi } from 'vitest';
import { giveLocks, ModelLocks } from '../fixtures/webLocks';

/** Where a tab dies: before its deed of that place, or right after it, before the tab hears of it. */
export interface Kill {
  place: number;
  when: 'before' | 'after';
}

/** What the network does to a write: nothing, loses the answer, or answers by itself. */
export type Trick = 'calm' | 'answer lost' | 401 | 412;

const begun = IDBDatabase.prototype.transaction;
const put = IDBObjectStore.prototype.put;

type Answer = (input: string | URL | Request, init?: RequestInit) => Promise<Response>;

/** What a dead tab gets for everything, so that whatever still runs in it comes to its end and changes nothing. */
function gone(): Response {
  const error = { code: 403, message: 'The tab is gone' };
  return Response.json({ error }, { status: error.code });
}

/** A browser that outlives its tabs: what it stores and who sits where; one tab lives at a time. */
export interface ModelBrowser {
  /** What the living tab did outside itself since `arm`: requests, and writes into the storage. */
  deeds: string[];
  /** From now on deeds are counted; resolves when the tab dies there (never without a kill). */
  arm(kill: Kill | null, trick?: Trick): Promise<void>;
  /** A new tab, after the one before has died; each of its requests takes `pause` milliseconds longer. */
  reopen(pause?: number): void;
}

interface Life {
  isDead: boolean;
  isCounting: boolean;
  kill: Kill | null;
  trick: Trick;
  pause: number;
  die(): void;
}

const alive: Life = {
  isDead: false,
  isCounting: false,
  kill: null,
  trick: 'calm',
  pause: 0,
  die: () => {},
};

function tricked(trick: Trick): Response | null {
  if (trick !== 401 && trick !== 412) return null;
  return Response.json({ error: { code: trick, message: `Said ${trick}` } }, { status: trick });
}

const isWrite = (method: string) => method === 'PUT' || method === 'POST';

/** Puts a browser with one tab between the app and `answer`. Everything it stands in is given back by vitest. */
export function openBrowser(answer: Answer): ModelBrowser {
  const locks = new ModelLocks();
  const deeds: string[] = [];
  let tab = locks.tab();
  let life = { ...alive };

  /** The place of the next deed, and whether the tab dies at this side of it. */
  function begin(deed: string): { dies(when: Kill['when']): boolean } {
    const { isCounting, kill, die } = life;
    const of = life;
    const place = isCounting ? deeds.push(deed) - 1 : -1;
    return {
      dies(when) {
        if (of.isDead) return true;
        if (kill?.place !== place || kill.when !== when) return false;
        of.isDead = true;
        die();
        return true;
      },
    };
  }

  vi.stubGlobal('fetch', async (input: URL, init: RequestInit = {}) => {
    const method = init.method ?? 'GET';
    if (life.isDead) return gone();
    const deed = begin(`${method} ${input.pathname.replace(/^\/api\//, '')}`);
    if (deed.dies('before')) return gone();
    const trick = isWrite(method) && life.isCounting ? life.trick : 'calm';
    if (trick !== 'calm') life.trick = 'calm';
    const response = tricked(trick) ?? (await answer(input, init));
    if (life.pause > 0) await new Promise((resolve) => setTimeout(resolve, life.pause));
    if (deed.dies('after')) return gone();
    if (trick === 'answer lost') throw new TypeError('Failed to fetch');
    return response;
  });
  vi.stubGlobal('indexedDB', new IDBFactory());
  vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (
    this: IDBDatabase,
    ...[stores, mode, options]: Parameters<typeof begun>
  ) {
    if (mode !== 'readwrite') return begun.call(this, stores, mode, options);
    const closed = () => new DOMException('The tab is gone', 'InvalidStateError');
    if (life.isDead) throw closed();
    const deed = begin('storage');
    if (deed.dies('before')) throw closed();
    const transaction = begun.call(this, stores, mode, options);
    transaction.addEventListener('complete', () => deed.dies('after'));
    return transaction;
  });
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
    this: IDBObjectStore,
    ...[value, key]: Parameters<typeof put>
  ) {
    if (life.isCounting && deeds.at(-1) === 'storage') deeds.splice(-1, 1, `keep ${value.kind}`);
    return put.call(this, value, key);
  });
  giveLocks(tab.locks);

  return {
    deeds,
    arm(kill, trick = 'calm') {
      deeds.length = 0;
      return new Promise((die) => {
        Object.assign(life, { isCounting: true, kill, trick, die });
      });
    },
    reopen(pause = 0) {
      life.isDead = true;
      tab.kill();
      tab = locks.tab();
      giveLocks(tab.locks);
      life = { ...alive, pause };
    },
  };
}
