import type { Trouble } from '~/kept/record';
import type { KeepTrouble } from './keeper';

/** A browser that stores nothing has nothing that could be overwritten; whatever else stops a read may pass. */
export const heldFor: Record<Trouble, KeepTrouble | false> = {
  shared: false,
  absent: false,
  newer: false,
  locked: 'locked',
  full: 'unreadable',
  broken: 'unreadable',
};

/** Why a draft is not kept, for the banner: what is true, and what that means. */
export const troubleWords: Record<KeepTrouble, string> = {
  shared: 'This is marked as a shared computer, so your draft is not kept. Save before you leave.',
  absent: 'This browser stores nothing, so your draft is not kept. Save before you leave.',
  full: 'This browser has no room left, so your draft is not kept. Save before you leave.',
  newer:
    'A newer Parterre keeps the drafts of this browser. Reload to get it; until then your draft is not kept.',
  locked:
    'A draft of this lies in this browser behind your passphrase. Until it is unlocked, nothing is kept; save before you leave.',
  unreadable:
    'A draft of this in this browser cannot be read. It stays as it lies there, so nothing is kept over it: save before you leave, or discard it under Drafts.',
  broken: 'This browser could not store your draft. Save before you leave.',
};
