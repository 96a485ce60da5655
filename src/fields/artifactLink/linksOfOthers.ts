import type { LinkEnd } from '~/links/linkTypes';
import type { PartsElsewhere } from '../contract';
import type { ArtifactLinks } from './mergeLinks';

function typesOf(ends: readonly LinkEnd[]): ReadonlyMap<number, string> {
  return new Map(ends.map(({ id, type }) => [id, type]));
}

/** The ends with the one of `id` as that type, or without one. */
function withType(ends: readonly LinkEnd[], id: number, type: string | undefined): LinkEnd[] {
  const others = ends.filter((end) => end.id !== id);
  const all = type === undefined ? others : [...others, { id, type }];
  return all.sort((a, b) => a.id - b.id);
}

/**
 * Links of others to an artifact are their forward links: `all_links` would set them without any check of those artifacts,
 * and takes off what somebody adds there meanwhile (features D4). So each is written at the artifact that it starts from.
 */
export const linksOfOthers: PartsElsewhere<ArtifactLinks> = {
  ids(base, value) {
    const [before, after] = [typesOf(base.reverse), typesOf(value.reverse)];
    return [...new Set([...before.keys(), ...after.keys()])]
      .filter((id) => before.get(id) !== after.get(id))
      .sort((a, b) => a - b);
  },
  own: ({ reverse }, { forward }) => ({ forward, reverse }),
  of(ids, { forward, reverse }, value) {
    const after = typesOf(value.reverse);
    return {
      forward,
      reverse: ids.reduce((ends, id) => withType(ends, id, after.get(id)), reverse),
    };
  },
  at: ({ id, self, now }, { reverse }) => ({
    ...now,
    forward: withType(now.forward, self, typesOf(reverse).get(id)),
  }),
};
