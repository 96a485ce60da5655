/** What an edit did to a set: kept apart from the set itself, it can be done to another one too (features E5, X5). */
export interface SetChange<Item> {
  added: readonly Item[];
  removed: readonly Item[];
}

type KeyOf<Item> = (item: Item) => number | string;

function without<Item>(items: readonly Item[], others: readonly Item[], keyOf: KeyOf<Item>) {
  const keys = new Set(others.map(keyOf));
  return items.filter((item) => !keys.has(keyOf(item)));
}

/** What leads from `before` to `after`. */
export function setChange<Item>(
  before: readonly Item[],
  after: readonly Item[],
  keyOf: KeyOf<Item>,
): SetChange<Item> {
  return { added: without(after, before, keyOf), removed: without(before, after, keyOf) };
}

/** `items` after that change: what it took out is gone, what it put in is there, all else stays as it stands. */
export function withChange<Item>(
  items: readonly Item[],
  { added, removed }: SetChange<Item>,
  keyOf: KeyOf<Item>,
): Item[] {
  return [...without(items, removed, keyOf), ...without(added, items, keyOf)];
}

/** Two people's sets as one: theirs, with the change that mine made to the base. Nobody's addition or removal is lost. */
export function mergeSets<Item>(
  { base, mine, theirs }: Record<'base' | 'mine' | 'theirs', readonly Item[]>,
  keyOf: KeyOf<Item>,
): Item[] {
  return withChange(theirs, setChange(base, mine, keyOf), keyOf);
}
