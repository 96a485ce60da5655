import type { Direction, LinkEnd } from '~/links/linkTypes';

/**
 * Both directions, each by id: equal sets are equal. An artifact has at most one link to another, and may have one from
 * it besides.
 */
export interface ArtifactLinks {
  forward: readonly LinkEnd[];
  /** Links of others to this artifact: they are stored there. */
  reverse: readonly LinkEnd[];
}

interface Sides<Value> {
  base: Value;
  mine: Value;
  theirs: Value;
}

type Ends = readonly LinkEnd[];

function typesOf(ends: Ends): ReadonlyMap<number, string> {
  return new Map(ends.map(({ id, type }) => [id, type]));
}

/** The type after both changes, undefined for no link; `clash` when both changed it, and differently. */
function typeOf({
  base,
  mine,
  theirs,
}: Sides<string | undefined>): { type: string | undefined } | 'clash' {
  if (mine === theirs || base === theirs) return { type: mine };
  return base === mine ? { type: theirs } : 'clash';
}

function mergeEnds(sides: Sides<Ends>, preferred: keyof Sides<unknown>) {
  const base = typesOf(sides.base);
  const mine = typesOf(sides.mine);
  const theirs = typesOf(sides.theirs);
  const ids = [...new Set([...base.keys(), ...mine.keys(), ...theirs.keys()])];
  const clashes: number[] = [];
  const ends = ids.flatMap((id): LinkEnd[] => {
    const types = { base: base.get(id), mine: mine.get(id), theirs: theirs.get(id) };
    const merged = typeOf(types);
    if (merged === 'clash') clashes.push(id);
    const type = merged === 'clash' ? types[preferred] : merged.type;
    return type === undefined ? [] : [{ id, type }];
  });
  return { ends: ends.sort((a, b) => a.id - b.id), clashes };
}

/**
 * Links of two people as one set, keyed by direction and the artifact at the other end: what either added is there, what
 * either took out is gone. A link whose type both changed, or that one changed and the other took out, clashes: it is as
 * `preferred` has it. Pure.
 */
export function mergeLinks(
  { base, mine, theirs }: Sides<ArtifactLinks>,
  preferred: keyof Sides<unknown>,
): { links: ArtifactLinks; clashes: readonly number[] } {
  const merged = (direction: Direction) =>
    mergeEnds(
      { base: base[direction], mine: mine[direction], theirs: theirs[direction] },
      preferred,
    );
  const [forward, reverse] = [merged('forward'), merged('reverse')];
  return {
    links: { forward: forward.ends, reverse: reverse.ends },
    clashes: [...forward.clashes, ...reverse.clashes],
  };
}
