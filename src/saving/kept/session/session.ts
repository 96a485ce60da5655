import type { Worked } from '~/kept/database';
import type { KeptRecord } from '~/kept/record';
import { type Role, Seat } from '~/kept/seat';
import { readSlot } from '~/kept/store';
import type { DraftAdapter } from './adapter';
import { hearOfDraft } from './hearing';
import { DraftKeeper, type KeepStatus, type KeepTrouble } from './keeper';
import { heldFor } from './trouble';

type Read = Worked<ReadonlyMap<string, KeptRecord>>;

export interface KeptState {
  /** Without the time, which comes anew with every write: a page that read it here would draw itself anew (`keptAt`). */
  status: Exclude<KeepStatus, { state: 'kept' }> | { state: 'kept' };
  role: Role;
  /** The browser has said what it holds. */
  isReady: boolean;
}

/**
 * One draft between this tab, the browser that keeps it and the other tabs that show it: read at the opening, written
 * while typing, one editor at a time, the others follow live (features E15, Z6). No React.
 */
export class KeptSession {
  #adapter: DraftAdapter;
  #keeper: DraftKeeper;
  #seat: Seat;
  #state: KeptState = { status: { state: 'none' }, role: 'none', isReady: false };
  #isAdopting = false;
  /** What lies there could not be read: nothing is written over it, and nothing of it is dropped. */
  #isHeld = false;
  /** It is held because the browser did not answer: it may the next time. */
  #isAnswerDue = false;
  /** Its page is there. An answer that comes after the page has gone must take no seat: nobody would leave it again. */
  #isThere = false;
  /** Typed here since this tab has the seat: until then another tab may still bring its last keys. */
  #isTyped = false;
  /** One after the other: a seat that is taken away and given back passes through both. */
  #roles = Promise.resolve();
  #listeners = new Set<() => void>();
  #timeListeners = new Set<() => void>();

  constructor(adapter: DraftAdapter) {
    this.#adapter = adapter;
    this.#keeper = new DraftKeeper(
      adapter.slot,
      {
        head: () => adapter.head(),
        parts: () => adapter.parts(),
        mayWrite: () => this.#state.isReady && this.#state.role !== 'follower' && !this.#isHeld,
      },
      (status) => {
        const isKept = status.state === 'kept';
        if (!isKept) this.#become({ status });
        else if (this.#state.status.state !== 'kept') this.#become({ status: { state: 'kept' } });
        for (const listener of this.#timeListeners) listener();
      },
    );
    this.#seat = new Seat(adapter.slot, (role) => {
      const turn = () => this.#onRole(role);
      this.#roles = this.#roles.then(turn, turn);
    });
  }

  state = (): KeptState => this.#state;

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** The minute in which it was kept last, in ms since 1970; null where it is not kept. */
  keptAt = (): number | null => {
    const { status } = this.#keeper;
    return status.state === 'kept' ? status.at - (status.at % 60_000) : null;
  };

  /** Tells of each write: for the one line that says the time. */
  onKept = (listener: () => void): (() => void) => {
    this.#timeListeners.add(listener);
    return () => this.#timeListeners.delete(listener);
  };

  /** Begins to keep; gives how to end. Ending leaves what is kept where it is. */
  start(): () => void {
    this.#isThere = true;
    void this.#open();
    const stopHearing = hearOfDraft(this.#adapter.slot, {
      changed: (isWiped) => void (this.#isHeld ? this.#lookAgain() : this.#follow(isWiped)),
      flush: () => void this.flush(),
      look: () => void this.#look(),
    });
    return () => {
      this.#isThere = false;
      stopHearing();
      void this.#keeper.stop();
      this.#seat.leave();
    };
  }

  /** The person is about to edit here. */
  claim(): void {
    if (this.#isThere) this.#seat.take();
  }

  /** Nothing is edited here any more. */
  release(): void {
    if (this.#adapter.head() === null) this.#seat.leave();
  }

  /** Something changed in the draft. */
  touch(): void {
    if (this.#isAdopting || this.#state.role === 'follower') return;
    this.#isTyped = true;
    if (this.#adapter.head() !== null) this.claim();
    this.#keeper.touch();
    if (this.#isAnswerDue) void this.#lookAgain();
  }

  /** Edits here instead of in the other tab. */
  editHere(): void {
    this.#seat.steal();
  }

  /** Writes now what is not written yet. */
  flush = async (): Promise<void> => {
    await this.#keeper.flush();
  };

  async #open(): Promise<void> {
    if (this.#adopt(await readSlot(this.#adapter.slot), 'opened')) this.claim();
    this.#become({ isReady: true });
    if (this.#adapter.head() !== null) this.#keeper.touch();
  }

  /** Puts in place what was read, if there is something; what cannot be read is held. Gives whether it is in place. */
  #adopt(worked: Read, how: 'opened' | 'followed'): boolean {
    const isThere = 'value' in worked && worked.value.size > 0;
    const isPut = isThere && this.#put(worked.value, how);
    this.#hold('trouble' in worked ? heldFor[worked.trouble] : isThere && !isPut && 'unreadable');
    this.#isAnswerDue = this.#isHeld && 'trouble' in worked && worked.trouble !== 'locked';
    return isPut;
  }

  /** Reads once more what is held; what was typed here in the meantime stands over it. */
  async #lookAgain(): Promise<void> {
    this.#isAnswerDue = false;
    const { role } = this.#state;
    const isTypedHere = role === 'none' || (role === 'editor' && this.#isTyped);
    await (isTypedHere ? this.#open() : this.#follow());
  }

  #hold(trouble: KeepTrouble | false): void {
    if (trouble) this.#become({ status: { state: 'trouble', trouble } });
    else if (this.#isHeld && this.#state.status.state === 'trouble') {
      this.#become({ status: { state: 'none' } });
    }
    this.#isHeld = trouble !== false;
  }

  #put(records: ReadonlyMap<string, KeptRecord>, how: 'opened' | 'followed'): boolean {
    this.#isAdopting = true;
    const adopted = this.#adapter.adopt(records, how);
    this.#isAdopting = false;
    if (adopted) this.#keeper.begin(adopted.parts, adopted.savedAt);
    return adopted !== null;
  }

  /**
   * Another tab wrote: what it wrote is shown here, unless this tab is the one that edits. After a wipe (`isWiped`) what
   * stands here is not thrown away with it: it is only not kept any more, until the next key.
   */
  async #follow(isWiped = false): Promise<void> {
    const isEditing = () => this.#state.role === 'editor' && this.#isTyped;
    if (isEditing() && !isWiped) return;
    const worked = await readSlot(this.#adapter.slot);
    const isGone = 'value' in worked && worked.value.size === 0;
    if (isGone && isWiped && this.#state.role !== 'follower') {
      this.#keeper.forget();
      return;
    }
    if (isEditing()) return;
    if (this.#adopt(worked, 'followed')) this.claim();
    if ('trouble' in worked || worked.value.size > 0) return;
    if (this.#state.role === 'none' && this.#adapter.head() !== null) return;
    this.#isAdopting = true;
    this.#adapter.clear();
    this.#isAdopting = false;
    this.#keeper.forget();
    this.#seat.leave();
  }

  /** The tab is before the person again: where tabs cannot tell each other anything, what another one wrote is seen now. */
  async #look(): Promise<void> {
    if (document.visibilityState === 'hidden') return;
    if (this.#isHeld) return this.#lookAgain();
    if (this.#state.role === 'editor') return;
    const worked = await readSlot(this.#adapter.slot);
    const isThere = 'value' in worked && worked.value.size > 0;
    if (this.#state.role === 'follower' || isThere) await this.#follow();
  }

  async #onRole(role: Role): Promise<void> {
    const before = this.#state.role;
    this.#isTyped = role === 'editor' && before === 'none';
    // The seat was taken away: the last keys typed here go along.
    if (before === 'editor' && role === 'follower') await this.#keeper.flush();
    this.#become({ role });
    if (before === 'follower' && role === 'editor') await this.#follow();
  }

  #become(change: Partial<KeptState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }
}
