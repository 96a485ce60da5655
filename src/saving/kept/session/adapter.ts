import type { KeptRecord, Slot } from '~/kept/record';
import type { Parts } from '~/kept/store';
import type { KeptSource } from './keeper';

/** What was put in place: its parts as they lie in the browser, and when they were typed. */
export interface Adopted {
  parts: Parts;
  savedAt: number;
}

/** A draft that can be kept: how it is read and put in place belongs to what it is of. */
export interface DraftAdapter {
  /** Null when there is nothing to keep. */
  head: KeptSource['head'];
  parts: KeptSource['parts'];
  slot: Slot;
  /** Puts in place what lies in the browser. Null when it cannot be read: it stays there, and is listed raw. */
  adopt(records: ReadonlyMap<string, KeptRecord>, how: 'opened' | 'followed'): Adopted | null;
  /** Another tab has saved or thrown away what this one followed. */
  clear(): void;
}
