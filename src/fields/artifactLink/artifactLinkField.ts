import * as z from 'zod/mini';
import type { Field } from '~/api/trackers';
import type { FieldContract } from '../contract';
import { entrySchema } from '../entry';

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

type LinkJson = z.infer<typeof linkSchema>;

export interface ArtifactLink {
  id: number;
  /** Short name of the type; `''` when the link has none. */
  type: string;
  tracker: { id: number; label: string; color: string };
}

export interface ArtifactLinks {
  forward: readonly ArtifactLink[];
  reverse: readonly ArtifactLink[];
}

/** Links of one type and direction under the words for them: `is covered by` #640 #641. */
export interface LinkGroup {
  direction: keyof ArtifactLinks;
  type: string;
  label: string;
  links: ArtifactLink[];
}

function toLink({ id, type, tracker }: LinkJson): ArtifactLink {
  return {
    id,
    type: type ?? '',
    tracker: { id: tracker.id, label: tracker.label, color: tracker.color },
  };
}

function labelOf(field: Field, direction: keyof ArtifactLinks, type: string): string {
  if (type === '') return direction === 'forward' ? 'links to' : 'is linked from';
  const allowed = field.allowed_types?.find(({ shortname }) => shortname === type);
  const label = direction === 'forward' ? allowed?.forward_label : allowed?.reverse_label;
  // A type that was switched off is no longer among the allowed ones; its links stay.
  return label || `${type}${direction === 'reverse' ? ' (reverse)' : ''}`;
}

/** The links by direction and type, forward ones first, in the order they came. */
export function linkGroups(value: ArtifactLinks, field: Field): LinkGroup[] {
  const groups = new Map<string, LinkGroup>();
  for (const direction of ['forward', 'reverse'] as const) {
    for (const link of value[direction]) {
      const key = `${direction} ${link.type}`;
      const label = labelOf(field, direction, link.type);
      const group = groups.get(key) ?? { direction, type: link.type, label, links: [] };
      group.links.push(link);
      groups.set(key, group);
    }
  }
  return [...groups.values()];
}

/** Links to and from other artifacts. Read-only here: a write replaces the whole set. */
export const artifactLinkField: FieldContract<z.infer<typeof schema>, ArtifactLinks> = {
  id: 'artifactLink',
  types: ['art_link'],
  schema,
  read: (json) => ({
    forward: (json?.links ?? []).map(toLink),
    reverse: (json?.reverse_links ?? []).map(toLink),
  }),
  toText: (value, field) =>
    linkGroups(value, field)
      .map(({ label, links }) => `${label} ${links.map(({ id }) => `#${id}`).join(' ')}`)
      .join(', '),
  toSortKey({ forward, reverse }) {
    const count = forward.length + reverse.length;
    return count === 0 ? null : count;
  },
};
