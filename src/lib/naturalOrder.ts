/** One for all: `localeCompare` with options makes a collator for each comparison (0.3 s for a list of 5,000). */
const collator = new Intl.Collator('en', { numeric: true });

/** Compares texts as people sort them, `Part 9` before `Part 10`; the same on every machine, so that sets have one order. */
export const naturalOrder = (a: string, b: string): number => collator.compare(a, b);
