/** A type of links as a link field offers it (`allowed_types`, trackers.md §2.1). */
export interface LinkType {
  shortname: string;
  forward_label: string;
  reverse_label: string;
}

/** `forward`: from the artifact at hand to the other one. */
export type Direction = 'forward' | 'reverse';

/** Another name for a type and direction, from the server's list of what is around an artifact. */
export interface NamedLink {
  shortname: string;
  direction: Direction;
  label: string;
}

/** A type read from one side: what a person chooses, as the middle of a sentence. */
export interface LinkSense {
  type: string;
  direction: Direction;
}

/** The same type in the other direction. */
export function turnedRound({ type, direction }: LinkSense): LinkSense {
  return { type, direction: direction === 'forward' ? 'reverse' : 'forward' };
}

export const directions = ['forward', 'reverse'] as const;

/** One end of a link: the other artifact, and the short name of the type (`''` for none). */
export interface LinkEnd {
  id: number;
  type: string;
}

/** Links of one type and direction under the words for them: `is covered by` #640 #641. */
export interface LinkGroup {
  direction: Direction;
  type: string;
  phrase: string;
  ids: readonly number[];
}

/**
 * Words of our own where the server's are nouns ("Child" stands for the other end) or none: a direction that can be read
 * wrongly is chosen wrongly.
 */
const ownWords: Readonly<Record<string, Record<Direction, string>>> = {
  '': { forward: 'links to', reverse: 'is linked from' },
  _is_child: { forward: 'is parent of', reverse: 'is child of' },
};

/** "Covered by" → "is covered by", "Relates to" → "relates to"; words of other languages keep their form. */
function asPhrase(label: string): string {
  const text = label.trim();
  const isName = /^\p{Lu}(?:\p{Lu}|\d|$)/u.test(text);
  const lower = isName ? text : text.charAt(0).toLocaleLowerCase() + text.slice(1);
  return /^\w+ed (by|in|from|to|on|of|with|for)\b/i.test(lower) ? `is ${lower}` : lower;
}

/**
 * A type and direction as the middle of a sentence: "#431 *is covered by* #640". A type that the field no longer offers
 * is named as the server names it (`named`), at worst by its short name.
 */
export function phraseOf(
  { type, direction }: LinkSense,
  types: readonly LinkType[],
  named: readonly NamedLink[] = [],
): string {
  const own = ownWords[type];
  if (own) return own[direction];
  const offered = types.find(({ shortname }) => shortname === type);
  const around = named.find((link) => link.shortname === type && link.direction === direction);
  const label = offered
    ? offered[direction === 'forward' ? 'forward_label' : 'reverse_label']
    : around?.label;
  return asPhrase(label ?? '') || `${type}${direction === 'reverse' ? ' (reverse)' : ''}`;
}

/** A sense as the value of a control. */
export function senseKey({ type, direction }: LinkSense): string {
  return `${direction} ${type}`;
}

export function senseOfKey(key: string): LinkSense {
  const [direction, ...type] = key.split(' ');
  return { direction: direction === 'reverse' ? 'reverse' : 'forward', type: type.join(' ') };
}

export interface PhraseOption extends LinkSense {
  value: string;
  /** As a person writes it; `label` besides tells two of one phrase apart. */
  phrase: string;
  label: string;
}

/** A type that reads the same from both ends still has two: which of the two artifacts holds the link. */
function optionLabel(sense: LinkSense, types: readonly LinkType[]): string {
  const words = phraseOf(sense, types);
  if (sense.type === '') return `${words} (no type)`;
  const isSymmetric =
    sense.direction === 'reverse' && words === phraseOf({ ...sense, direction: 'forward' }, types);
  return isSymmetric ? `${words} (a link of the other one)` : words;
}

/**
 * Every type and direction that a new link can have, as one phrase each; those without a type last. Only forward ones
 * where the links of others cannot be changed from here.
 */
export function phraseOptions(
  types: readonly LinkType[],
  offered: readonly Direction[] = directions,
): PhraseOption[] {
  const names = [...types.map(({ shortname }) => shortname).filter((name) => name !== ''), ''];
  return names.flatMap((type) =>
    offered.map((direction) => {
      const sense = { type, direction };
      const phrase = phraseOf(sense, types);
      return { ...sense, value: senseKey(sense), phrase, label: optionLabel(sense, types) };
    }),
  );
}

/** Types as the field lists them, then links without a type, then types it no longer offers. */
function rank(type: string, types: readonly LinkType[]): number {
  if (type === '') return types.length;
  const index = types.findIndex(({ shortname }) => shortname === type);
  return index < 0 ? types.length + 1 : index;
}

/** The links by direction and type, forward ones first, each with its words. */
export function linkGroups(
  links: Readonly<Record<Direction, readonly LinkEnd[]>>,
  types: readonly LinkType[],
  named: readonly NamedLink[] = [],
): LinkGroup[] {
  return directions.flatMap((direction) => {
    const inUse = [...new Set(links[direction].map(({ type }) => type))];
    return inUse
      .sort((a, b) => rank(a, types) - rank(b, types) || a.localeCompare(b))
      .map((type) => ({
        direction,
        type,
        phrase: phraseOf({ type, direction }, types, named),
        ids: links[direction].flatMap((link) => (link.type === type ? [link.id] : [])),
      }));
  });
}
