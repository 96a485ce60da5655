import { requestLease } from './lease';
import type { Slot } from './record';

/** `none`: this tab does not want to edit. `follower`: it wants to, and another tab is the editor. */
export type Role = 'none' | 'editor' | 'follower';

interface Asked {
  ifAvailable?: boolean;
  steal?: boolean;
  signal?: AbortSignal;
}

function requestLock(
  name: string,
  asked: Asked,
  work: (isHeld: boolean) => Promise<void>,
): Promise<void> {
  // Not there outside secure contexts, and in old browsers.
  const locks = typeof navigator === 'undefined' ? undefined : navigator.locks;
  if (!locks) return requestLease(name, asked, work);
  return locks.request(name, asked, (lock) => work(lock !== null));
}

const nameOf = ({ kind, profile, id }: Slot) => ['parterre', kind, ...profile, id].join(' ');

/** Whether nobody edits it in any tab of this browser, this one too. */
export async function isSeatFree(slot: Slot): Promise<boolean> {
  let isFree = false;
  await requestLock(nameOf(slot), { ifAvailable: true }, async (isHeld) => {
    isFree = isHeld;
  });
  return isFree;
}

/**
 * Seats that this tab has left: the browser frees them only a moment later, and the next page of this tab would take it for
 * another tab that edits (an artifact that is moved while it is open gets a new page at once).
 */
const leaving = new Map<string, Promise<void>>();

/**
 * The one seat from which a kept thing is edited, among all tabs of this browser (features Z6). It passes on by itself
 * when its tab leaves, is closed or crashes.
 */
export class Seat {
  #name: string;
  #onRole: (role: Role) => void;
  #role: Role = 'none';
  /** Another one for every time that the seat is wanted; null while it is not. */
  #wish: symbol | null = null;
  #leave: () => void = () => {};
  #queue = new AbortController();
  #steals = false;

  constructor(slot: Slot, onRole: (role: Role) => void) {
    this.#name = nameOf(slot);
    this.#onRole = onRole;
  }

  get role(): Role {
    return this.#role;
  }

  /** Wants the seat: takes it when it is free, else follows and waits for it. */
  take(): void {
    if (this.#wish) return;
    this.#wish = Symbol('wanted');
    void this.#sit(this.#wish);
  }

  /** While following: takes it from the tab that has it, which then follows. */
  steal(): void {
    this.#steals = true;
    this.#queue.abort();
  }

  leave(): void {
    this.#wish = null;
    this.#leave();
    this.#queue.abort();
    this.#become('none');
  }

  async #sit(wish: symbol): Promise<void> {
    let asked: Asked = { ifAvailable: true };
    while (leaving.has(this.#name)) await leaving.get(this.#name);
    if (this.#wish !== wish) return;
    for (;;) {
      await this.#ask(wish, asked);
      if (this.#wish !== wish) return;
      this.#become('follower');
      this.#queue = new AbortController();
      asked = this.#steals ? { steal: true } : { signal: this.#queue.signal };
      this.#steals = false;
    }
  }

  /** Ends when the seat was not free, was left, was taken away, or is no longer waited for. */
  async #ask(wish: symbol, asked: Asked): Promise<void> {
    const name = this.#name;
    try {
      const held = requestLock(name, asked, async (isHeld) => {
        if (!isHeld || this.#wish !== wish) return;
        const left = new Promise<void>((resolve) => {
          this.#leave = () => {
            const freed = () => {
              if (leaving.get(name) === ended) leaving.delete(name);
            };
            const ended: Promise<void> = held.then(freed, freed);
            leaving.set(name, ended);
            resolve();
          };
        });
        this.#become('editor');
        await left;
      });
      await held;
    } catch (error) {
      // Taken away, or the wait was ended: both are what the loop is for.
      if (!(error instanceof DOMException)) throw error;
    }
  }

  #become(role: Role): void {
    if (role === this.#role) return;
    this.#role = role;
    this.#onRole(role);
  }
}
