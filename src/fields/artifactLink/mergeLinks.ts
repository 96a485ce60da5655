import type { LinkEnd } from '~/links/linkTypes';

/** Both directions, each by id: equal sets are equal. An artifact has at most one link to another. */
export interface ArtifactLinks {
  forward: readonly LinkEnd[];
  /** Links of others to this artifact: they belong to those, and are only shown here. */
  reverse: readonly LinkEnd[];
}

interface Sides<Value> {
  base: Value;
  mine: Value;
  theirs: Value;
}

function typesOf({ forward }: ArtifactLinks): ReadonlyMap<number, string> {
  return new Map(forward.map(({ id, type }) => [id, type]));
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

/**
 * Links of two people as one set, keyed by the artifact linked to: what either added is there, what either took out is
 * gone. A link whose type both changed, or that one changed and the other took out, clashes: it is as `preferred` has
 * it. Reverse links are theirs: nobody writes them here. Pure.
 */
export function mergeLinks(
  sides: Sides<ArtifactLinks>,
  preferred: keyof Sides<unknown>,
): { links: ArtifactLinks; clashes: readonly number[] } {
  const base = typesOf(sides.base);
  const mine = typesOf(sides.mine);
  const theirs = typesOf(sides.theirs);
  const ids = [...new Set([...base.keys(), ...mine.keys(), ...theirs.keys()])];
  const clashes: number[] = [];
  const forward = ids.flatMap((id): LinkEnd[] => {
    const types = { base: base.get(id), mine: mine.get(id), theirs: theirs.get(id) };
    const merged = typeOf(types);
    if (merged === 'clash') clashes.push(id);
    const type = merged === 'clash' ? types[preferred] : merged.type;
    return type === undefined ? [] : [{ id, type }];
  });
  const links = { forward: forward.sort((a, b) => a.id - b.id), reverse: sides.theirs.reverse };
  return { links, clashes };
}
