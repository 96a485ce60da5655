/** Each item with a key for React: what `name` says of it, numbered where two say the same. */
export function keyed<Item>(
  items: readonly Item[],
  name: (item: Item) => string,
): { key: string; item: Item }[] {
  const seen = new Map<string, number>();
  return items.map((item) => {
    const text = name(item);
    const count = seen.get(text) ?? 0;
    seen.set(text, count + 1);
    return { key: count === 0 ? text : `${text} ${count}`, item };
  });
}
