/** Tokens `start` to `end` of a list became these. */
export interface Edit {
  start: number;
  end: number;
  tokens: string[];
}

/** A token that both lists have, in a chain of such. */
interface Match {
  before: number;
  after: number;
  earlier: Match | undefined;
}

/**
 * Pairs of equal tokens that are looked at; beyond them a precise answer costs more than it tells. Every blank line of
 * one text pairs with every one of the other: anybody can store 30,000 of them.
 */
const MOST_PAIRS = 2_000_000;

function placesOf(tokens: readonly string[]): Map<string, number[]> {
  const places = new Map<string, number[]>();
  tokens.forEach((token, index) => {
    const known = places.get(token);
    if (known) known.push(index);
    else places.set(token, [index]);
  });
  return places;
}

/** The first chain that ends at `after` or behind it. */
function chainAt(chains: readonly Match[], after: number): number {
  let [low, high] = [0, chains.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((chains[middle]?.after ?? 0) < after) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The longest chain of matches (Hunt and Szymanski, 1977): of each length, the one that ends earliest is kept. */
function longestChain(before: readonly string[], places: Map<string, number[]>): Match | undefined {
  const chains: Match[] = [];
  before.forEach((token, index) => {
    // From the last place on, so that no match of this token builds on another one of it.
    for (const after of (places.get(token) ?? []).toReversed()) {
      const length = chainAt(chains, after);
      if (chains[length]?.after === after) continue;
      chains[length] = { before: index, after, earlier: chains[length - 1] };
    }
  });
  return chains.at(-1);
}

/** What is not in the chain, as edits. */
function editsBeside(chain: Match | undefined, before: number, after: readonly string[]): Edit[] {
  const edits: Edit[] = [];
  let end = { before, after: after.length };
  const close = (from: { before: number; after: number }) => {
    if (from.before === end.before && from.after === end.after) return;
    const tokens = after.slice(from.after, end.after);
    edits.push({ start: from.before, end: end.before, tokens });
  };
  for (let match = chain; match; match = match.earlier) {
    close({ before: match.before + 1, after: match.after + 1 });
    end = match;
  }
  close({ before: 0, after: 0 });
  return edits.reverse();
}

/** How many tokens both lists begin with. */
function commonStart(before: readonly string[], after: readonly string[]): number {
  const most = Math.min(before.length, after.length);
  let count = 0;
  while (count < most && before[count] === after[count]) count += 1;
  return count;
}

function commonEnd(before: readonly string[], after: readonly string[], most: number): number {
  let count = 0;
  while (count < most && before.at(-1 - count) === after.at(-1 - count)) count += 1;
  return count;
}

/** Null where the lists have too much in common to tell. */
function precise(before: readonly string[], after: readonly string[]): Edit[] | null {
  const places = placesOf(after);
  const pairs = before.reduce((sum, token) => sum + (places.get(token)?.length ?? 0), 0);
  if (pairs > MOST_PAIRS) return null;
  return editsBeside(longestChain(before, places), before.length, after);
}

/**
 * The fewest edits that make `after` of `before`. Of lists with very many equal tokens only what lies between their equal
 * ends is compared; when that is too much as well, it counts as replaced. So the time is bounded whatever somebody typed.
 */
export function editsBetween(before: readonly string[], after: readonly string[]): Edit[] {
  const edits = precise(before, after);
  if (edits) return edits;
  const start = commonStart(before, after);
  const tail = commonEnd(before, after, Math.min(before.length, after.length) - start);
  const end = before.length - tail;
  const tokens = after.slice(start, after.length - tail);
  const inside = precise(before.slice(start, end), tokens);
  if (!inside) return [{ start, end, tokens }];
  return inside.map((edit) => ({
    ...edit,
    start: edit.start + start,
    end: edit.end + start,
  }));
}
