import type { Field } from '~/api/trackers';
import {
  type Direction,
  directions,
  type LinkEnd,
  type LinkSense,
  type LinkType,
  linkGroups,
  type PhraseOption,
  phraseOf,
  phraseOptions,
  senseKey,
} from '~/links/linkTypes';
import type { ArtifactLinks } from './mergeLinks';

/** A link as the editor shows it: there, added since the base, or taken out and still in sight. */
export interface LinkRow extends LinkEnd, LinkSense {
  state: 'kept' | 'added' | 'removed';
  /** The base has it with another type. */
  isOtherType: boolean;
}

export const noLinks: ArtifactLinks = { forward: [], reverse: [] };

function hasLink(value: ArtifactLinks, direction: Direction, id: number): boolean {
  return value[direction].some((link) => link.id === id);
}

/**
 * The links of the base, those taken out too, where they stand when they are read: by their types there, so that none moves
 * while it is edited. Then what was added.
 */
export function linkRows(
  value: ArtifactLinks,
  base: ArtifactLinks,
  types: readonly LinkType[],
): LinkRow[] {
  const old = linkGroups(base, types).flatMap(({ direction, type, ids }) =>
    ids.map((id): LinkRow => {
      const now = value[direction].find((link) => link.id === id);
      const isOtherType = now !== undefined && now.type !== type;
      return { ...(now ?? { id, type }), direction, state: now ? 'kept' : 'removed', isOtherType };
    }),
  );
  const added = directions.flatMap((direction) =>
    value[direction]
      .filter(({ id }) => !hasLink(base, direction, id))
      .map((link): LinkRow => ({ ...link, direction, state: 'added', isOtherType: false })),
  );
  return [...old, ...added];
}

export function withoutLink(
  value: ArtifactLinks,
  { direction, id }: { direction: Direction; id: number },
): ArtifactLinks {
  return { ...value, [direction]: value[direction].filter((link) => link.id !== id) };
}

/** With these links set; one that is there in the same direction gets the type. */
export function withLinks(
  value: ArtifactLinks,
  links: readonly (LinkEnd & LinkSense)[],
): ArtifactLinks {
  const put = (direction: Direction): LinkEnd[] => {
    const all = new Map(value[direction].map((link) => [link.id, link]));
    for (const { id, type, direction: own } of links) {
      if (own === direction) all.set(id, { id, type });
    }
    return [...all.values()].sort((a, b) => a.id - b.id);
  };
  return { forward: put('forward'), reverse: put('reverse') };
}

/** Links of others are changed from here unless the tracker forbids it (trackers.md §2.4; numbers may come as texts). */
export function mayEditReverse({ specific_properties: facts }: Field): boolean {
  return Array.isArray(facts) || String(facts.can_edit_reverse_links ?? 1) !== '0';
}

/** The phrases that a link of this field can have. */
export function phrasesOf(field: Field): PhraseOption[] {
  const offered = mayEditReverse(field) ? directions : (['forward'] as const);
  return phraseOptions(field.allowed_types ?? [], offered);
}

/**
 * The same for a link that is there: a type that is no longer offered stays choosable where it is set. Not the direction in
 * which the other artifact is linked besides: that link would be replaced by this one.
 */
export function phrasesFor(
  { id, ...sense }: LinkEnd & LinkSense,
  field: Field,
  value: ArtifactLinks,
): { value: string; label: string }[] {
  const options = phrasesOf(field).filter(
    ({ direction }) => direction === sense.direction || !hasLink(value, direction, id),
  );
  const key = senseKey(sense);
  if (options.some((option) => option.value === key)) return options;
  const label = `${phraseOf(sense, field.allowed_types ?? [])} (no longer offered)`;
  return [...options, { value: key, label }];
}

/** Where a link would be added: the links that are there, of the artifact with this number (null for a new one). */
export interface LinkHolder {
  value: ArtifactLinks;
  artifactId: number | null;
  field: Field;
}

/** Why this link cannot be added there; undefined when it can. */
export function whyNotLink(
  { id, direction }: { id: number; direction: Direction },
  { value, artifactId, field }: LinkHolder,
): string | undefined {
  if (id === artifactId) return 'An artifact cannot be linked to itself';
  const link = value[direction].find((one) => one.id === id);
  if (!link) return undefined;
  const phrase = phraseOf({ type: link.type, direction }, field.allowed_types ?? []);
  return `#${id} is linked already: ${phrase} #${id}`;
}
