import type { Trouble } from '~/kept/record';

const THERE = 'The history of each artifact has it all the same.';

/** Why writes are missing in the journal, in words: an empty list must not say that nothing was written. */
export const journalTrouble: Record<Trouble, string> = {
  shared: `This is marked as a shared computer, so what you change is not listed here. ${THERE}`,
  absent: `This browser stores nothing, so what you change is not listed here. ${THERE}`,
  full: `This browser has no room left, so what you changed last is not listed here. ${THERE}`,
  newer: `A newer Parterre keeps the journal of this browser. Reload to get it; until then what you change is not listed here. ${THERE}`,
  locked: `Until your passphrase is given, what you change is not listed here. ${THERE}`,
  broken: `This browser could not note what you changed last. ${THERE}`,
};
