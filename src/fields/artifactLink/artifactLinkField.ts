import * as z from 'zod/mini';
import { type LinkEnd, type LinkGroup, linkGroups } from '~/links/linkTypes';
import type { FieldContract, FieldMerge } from '../contract';
import { entrySchema } from '../entry';
import { type ArtifactLinks, mergeLinks } from './mergeLinks';

const linkSchema = z.looseObject({
  id: z.int(),
  uri: z.string(),
  tracker: z.looseObject({ id: z.int(), label: z.string(), color: z.string() }),
  /** Null when the link has no type (live-facts.md, Types). */
  type: z.nullable(z.string()),
});

const schema = entrySchema(['art_link'], {
  links: z.array(linkSchema),
  reverse_links: z.array(linkSchema),
});

function toEnds(links: readonly z.infer<typeof linkSchema>[] = []): LinkEnd[] {
  return links.map(({ id, type }) => ({ id, type: type ?? '' })).sort((a, b) => a.id - b.id);
}

function sentence({ phrase, ids }: LinkGroup): string {
  return `${phrase} ${ids.map((id) => `#${id}`).join(' ')}`;
}

/**
 * Links to and from other artifacts. `links` replaces the whole set of forward links, and one sent without its type
 * loses it (artifacts.md §4.1): so every visible one goes out with its type, put together with the newest set. Reverse
 * links are never written from here: `all_links` would change other artifacts without any check (features D4).
 */
export const artifactLinkField: FieldContract<z.infer<typeof schema>, ArtifactLinks> = {
  id: 'artifactLink',
  types: ['art_link'],
  schema,
  replacesSet: true,
  read: (json) => ({ forward: toEnds(json?.links), reverse: toEnds(json?.reverse_links) }),
  write: ({ forward }, field) => ({
    field_id: field.field_id,
    links: forward.map(({ id, type }) => ({ id, type })).sort((a, b) => a.id - b.id),
  }),
  validate: ({ forward }, field) =>
    field.required && forward.length === 0 ? `${field.label} needs a link.` : undefined,
  toText: (value, field) =>
    linkGroups(value, field.allowed_types ?? [])
      .map(sentence)
      .join(', '),
  /** A line for each link, so that a comparison shows which came and which went. */
  toSource: (value, field) =>
    linkGroups(value, field.allowed_types ?? [])
      .flatMap(({ phrase, ids }) => ids.map((id) => `${phrase} #${id}`))
      .join('\n'),
  toItems: (value, field) =>
    linkGroups(value, field.allowed_types ?? []).flatMap(({ direction, type, phrase, ids }) =>
      ids.map((id) => ({ key: `${direction} ${type} ${id}`, text: `${phrase} #${id}` })),
    ),
  /** Links of others to this artifact stay theirs. */
  bring: (value, { now }) => ({ forward: value.forward, reverse: now.reverse }),
  toSortKey({ forward, reverse }) {
    const count = forward.length + reverse.length;
    return count === 0 ? null : count;
  },
  mergeBoth(base, mine, theirs): FieldMerge<ArtifactLinks> {
    const { links, clashes } = mergeLinks({ base, mine, theirs }, 'mine');
    return clashes.length > 0
      ? { outcome: 'conflict', value: mine }
      : { outcome: 'merged', value: links };
  },
  takeSide: (side, sides) => mergeLinks(sides, side).links,
};
