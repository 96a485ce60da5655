import { HEAD, type Slot, type Trouble } from '~/kept/record';
import { drop, keep, type Parts } from '~/kept/store';
import type { DraftHead } from '../head';

/** Milliseconds from the first unkept key to the write: well within the 300 that are promised (features E15). */
const SOON = 120;

/** What a keeper keeps. Parts that did not change keep their identity: only the others are written. */
export interface KeptSource {
  /** False while another tab keeps it. */
  mayWrite?(): boolean;
  /** Null when there is nothing to keep. */
  head(): DraftHead | null;
  parts(): Parts;
}

/** `unreadable`: what lies there cannot be read, for now or by this Parterre, and nothing is written over it. */
export type KeepTrouble = Trouble | 'unreadable';

/**
 * What is true about the draft in this browser. `kept`: all of it as of `at`, but for keys of the last moment.
 * `trouble`: it is not kept, and why.
 */
export type KeepStatus =
  | { state: 'none' }
  | { state: 'kept'; at: number }
  | { state: 'trouble'; trouble: KeepTrouble };

const none: KeepStatus = { state: 'none' };

/**
 * Keeps one draft in the browser while it is typed: a key costs a timer, a write holds only what changed. It never says
 * "kept" before the browser has said so.
 */
export class DraftKeeper {
  #slot: Slot;
  #source: KeptSource;
  #onStatus: (status: KeepStatus) => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #written: Parts = new Map();
  #isWritten = false;
  #busy: Promise<void> | null = null;
  #status: KeepStatus = none;

  constructor(slot: Slot, source: KeptSource, onStatus: (status: KeepStatus) => void = () => {}) {
    this.#slot = slot;
    this.#source = source;
    this.#onStatus = onStatus;
  }

  get status(): KeepStatus {
    return this.#status;
  }

  /** Something was typed: it will be written soon. */
  touch(): void {
    this.#timer ??= setTimeout(() => void this.flush(), SOON);
  }

  /** What the browser holds already: as it was read, or as another tab wrote it. */
  begin(parts: Parts, at: number): void {
    this.#written = parts;
    this.#isWritten = true;
    this.#say({ state: 'kept', at });
  }

  /** Nothing of it lies in the browser any more: another tab has saved or thrown it away. */
  forget(): void {
    this.#written = new Map();
    this.#isWritten = false;
    this.#say(none);
  }

  /** Writes now what is not written yet; ends when the browser has answered. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    // One write at a time: the later one holds what the earlier one left.
    if (this.#busy) {
      await this.#busy;
      return this.flush();
    }
    // Whatever fails is said: it must never end the keeping, nor a save that waits for it.
    this.#busy = this.#write().catch(() => this.#say({ state: 'trouble', trouble: 'broken' }));
    await this.#busy;
    this.#busy = null;
  }

  /** Leaves the draft to whoever keeps it next. */
  async stop(): Promise<void> {
    if (this.#timer !== undefined) await this.flush();
  }

  async #write(): Promise<void> {
    if (this.#source.mayWrite?.() === false) return;
    const head = this.#source.head();
    if (!head) {
      if (this.#isWritten || this.#status.state === 'trouble') await drop(this.#slot);
      this.forget();
      return;
    }
    const parts = this.#source.parts();
    const changed = new Map<string, unknown>([[HEAD, head]]);
    for (const [part, body] of parts) if (this.#written.get(part) !== body) changed.set(part, body);
    for (const part of this.#written.keys()) if (!parts.has(part)) changed.set(part, undefined);
    // The head has the time of the last key in it; alone it is no news.
    if (this.#isWritten && changed.size === 1) return;
    const trouble = await keep(this.#slot, {
      // Another page may have written since this one read: of its parts none may stay among these.
      changed: this.#isWritten ? changed : null,
      all: () => new Map([[HEAD, head], ...parts]),
    });
    if (trouble) {
      this.#say({ state: 'trouble', trouble });
      return;
    }
    this.#written = parts;
    this.#isWritten = true;
    this.#say({ state: 'kept', at: head.savedAt });
  }

  #say(status: KeepStatus): void {
    if (status.state === 'none' && this.#status.state === 'none') return;
    this.#status = status;
    this.#onStatus(status);
  }
}
