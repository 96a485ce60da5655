/** One collator for all tables: in the reader's language, `T-9` before `T-10`. */
const collator = new Intl.Collator(undefined, { numeric: true });

/** Order of two sort keys that are not null; numbers come before texts where a column holds both. */
export function compareKeys(a: string | number, b: string | number): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (typeof a === 'number') return -1;
  if (typeof b === 'number') return 1;
  return collator.compare(a, b);
}
