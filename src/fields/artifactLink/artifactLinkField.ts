import * as z from 'zod/mini';
import { equal } from '~/lib/equal';
import { directions, type LinkEnd, type LinkGroup, linkGroups } from '~/links/linkTypes';
import type { FieldContract, FieldMerge } from '../contract';
import { entrySchema } from '../entry';
import { linksOfOthers } from './linksOfOthers';
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

function sorted(ends: readonly LinkEnd[]): LinkEnd[] {
  return ends.map(({ id, type }) => ({ id, type })).sort((a, b) => a.id - b.id);
}

const endSchema = z.object({ id: z.int(), type: z.string() });

/** What `write` gives, found again in what was sent. */
const sentSchema = z.looseObject({
  links: z.optional(z.array(endSchema)),
  all_links: z.optional(
    z.array(z.looseObject({ ...endSchema.shape, direction: z.enum(directions) })),
  ),
});

/** The own links in what was sent; null where there are none. */
function sentForward(entry: unknown): LinkEnd[] | null {
  const sent = z.safeParse(sentSchema, entry);
  if (!sent.success) return null;
  const { links, all_links: all } = sent.data;
  const forward = all?.filter(({ direction }) => direction === 'forward') ?? links;
  return forward ? sorted(forward) : null;
}

function sentence({ phrase, ids }: LinkGroup): string {
  return `${phrase} ${ids.map((id) => `#${id}`).join(' ')}`;
}

/**
 * Links to and from other artifacts. `links` replaces the whole set of forward links, and one sent without its type
 * loses it (artifacts.md §4.1): so every visible one goes out with its type, put together with the newest set.
 * `all_links` replaces those of others to this one too (features D4): it goes out only where one of those links is changed
 * and nobody else can have set any, as for a new artifact. Over a version that the server holds they are written at the
 * others (`elsewhere`).
 */
export const artifactLinkField: FieldContract<z.infer<typeof schema>, ArtifactLinks> = {
  id: 'artifactLink',
  types: ['art_link'],
  isWide: true,
  schema,
  replacesSet: true,
  read: (json) => ({ forward: toEnds(json?.links), reverse: toEnds(json?.reverse_links) }),
  write({ forward, reverse }, { field_id }, base) {
    if (!base || equal(base.reverse, reverse)) return { field_id, links: sorted(forward) };
    const ends = { forward: sorted(forward), reverse: sorted(reverse) };
    const all_links = directions.flatMap((direction) =>
      ends[direction].map((link) => ({ ...link, direction })),
    );
    return { field_id, all_links };
  },
  /** Of what was sent, the links of others leave no trace in the artifact's own changeset. */
  holds: ({ forward }, entry) => equal(sorted(forward), sentForward(entry)),
  elsewhere: linksOfOthers,
  validate: ({ forward, reverse }, field) =>
    field.required && forward.length + reverse.length === 0
      ? `${field.label} needs a link.`
      : undefined,
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
      ids.map((id) => ({
        key: `${direction} ${type} ${id}`,
        text: `${phrase} #${id}`,
        artifactId: id,
      })),
    ),
  /** Links of others to this artifact stay theirs; one to itself is none: the server drops it without a word (links/25). */
  bring: ({ forward }, { now, artifactId }) => ({
    forward: forward.filter(({ id }) => id !== artifactId),
    reverse: now.reverse,
  }),
  carry: (value) => value,
  toSortKey({ forward, reverse }) {
    const count = forward.length + reverse.length;
    return count === 0 ? null : count;
  },
  mergeBoth(base, mine, theirs): FieldMerge<ArtifactLinks> {
    const { links, clashes } = mergeLinks({ base, mine, theirs }, 'mine');
    // Of a conflict too: what is typed from there on must not take out what does not clash.
    return { outcome: clashes.length > 0 ? 'conflict' : 'merged', value: links };
  },
  takeSide: (side, sides) => mergeLinks(sides, side).links,
};
