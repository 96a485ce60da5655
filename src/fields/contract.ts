import type { ReactNode } from 'react';
import type * as z from 'zod/mini';
import type { Field } from '~/api/trackers';
import type { Hunk } from '~/lib/diff/hunks';
import { equal } from '~/lib/equal';

/** An entry of `values` in PUT and POST: what the server wants for one field (artifacts.md §4). */
export interface WriteEntry {
  field_id: number;
  [key: string]: unknown;
}

/**
 * How two changes of one field since the base come together.
 * `agreed`: both ended equal · `mine`/`theirs`: only that side changed · `merged`: both, put together ·
 * `conflict`: a person must choose; `value` is then the proposal: my side, as `takeSide` gives it.
 */
export interface FieldMerge<Value> {
  outcome: 'agreed' | 'mine' | 'theirs' | 'merged' | 'conflict';
  value: Value;
}

/** Three texts cut into stretches, for putting them together hunk by hunk (features X6). */
export interface TextPieces<Value> {
  /** What a piece is: a line of a plain text, or a paragraph, list or table of HTML. */
  kind: 'lines' | 'blocks';
  hunks: readonly Hunk[];
  /** Mine with this text instead. */
  join(pieces: readonly string[]): Value;
}

/** One entry of a set: what tells it apart, and what is read. */
export interface SetItem {
  key: string;
  text: string;
  /** The artifact that the text names by its number alone: who knows its title may show it beside. */
  artifactId?: number;
}

/** Where a value of another version, or of another artifact, is to stand. */
export interface BringPlace<Value> {
  /** What stands there now. */
  now: Value;
  /** The field there. */
  to: Field;
  /** The field that the value comes from: of another tracker, where artifacts are compared. */
  from: Field;
  isSameArtifact: boolean;
  /** The artifact there; null for a new one, which nothing can name. */
  artifactId: number | null;
}

/**
 * The parts of a value that are stored at other artifacts, in their field of the same kind (links of others, features D4).
 * Each is written there, over the version of that artifact: here nothing would guard it.
 */
export interface PartsElsewhere<Value> {
  /** Ids of the other artifacts whose part differs: each gets a changeset. */
  ids(base: Value, value: Value): readonly number[];
  /** `value` with the parts of others as in `base`: what the artifact itself is sent. */
  own(base: Value, value: Value): Value;
  /** `base` with the parts of these artifacts as in `value`. */
  of(ids: readonly number[], base: Value, value: Value): Value;
  /** What the field of another artifact holds when its part is as in `value`; `now` is what it holds. */
  at(place: { id: number; self: number; now: Value }, value: Value): Value;
}

/**
 * One kind of field, without React: what the server's JSON means, what to send, when it is wrong, how it merges.
 * `Json` is the entry of `values[]`; an entry that `schema` refuses is shown raw and never sent (row A6).
 * `Value` is what forms hold: plain JSON-like data, compared with `equal`. Methods get the field's structure.
 */
export interface FieldContract<Json = unknown, Value = unknown> {
  /** The key of its components: the folder's name, or the variant in it (`choice/` holds four). */
  id: string;
  /** REST type codes (trackers.md §2.1). */
  types: readonly string[];
  schema: z.ZodMiniType<Json>;
  /** `undefined` when the artifact has no entry for the field: never set. */
  read(json: Json | undefined, field: Field): Value;
  /**
   * The entry to send. A contract without `write` is read-only and never sends anything. `base` is what the server holds,
   * where it is known: for a type whose entry depends on what is changed.
   */
  write?(value: Value, field: Field, base?: Value): WriteEntry;
  /** Whether two values are one to people, though not byte for byte; `equal` when absent. */
  isSame?(a: Value, b: Value): boolean;
  /** Whether the stored value is what `entry` sent; where `write` gives the same entry, when absent. */
  holds?(value: Value, entry: WriteEntry): boolean;
  /** For a value of which a part is stored at other artifacts. */
  elsewhere?: PartsElsewhere<Value>;
  /**
   * What a new artifact starts with: `default_value`, whose shape differs by type (trackers.md §2.3). What `read` gives
   * for no entry, when absent.
   */
  initial?(field: Field): Value;
  /**
   * True where an entry replaces a whole set that others add to (links, files, lists of several): a save then reads the
   * newest set first and puts both together, because the server's check knows only seconds (features D2, D4). Two
   * different changes are a conflict where there is no `mergeBoth`.
   */
  replacesSet?: true;
  /** A sentence for the person, or nothing when the value may be sent. */
  validate?(value: Value, field: Field): string | undefined;
  /** One line for table cells, search and diffs; `''` when empty. */
  toText(value: Value, field: Field): string;
  /** The whole text with its lines, for comparing versions; `toText` when absent. */
  toSource?(value: Value, field: Field): string;
  /** The entries of a set, for showing which came and which went (features H2); absent for what is no set. */
  toItems?(value: Value, field: Field): readonly SetItem[];
  /**
   * What of that value can stand at another place, undefined for nothing (features H4, V6). Without it all of it can
   * stand in the same field, and nothing in a field of another tracker.
   */
  bring?(value: Value, place: BringPlace<Value>): Value | undefined;
  /**
   * The same for what was typed over an artifact that was moved since (features X11): what goes by ids of the server goes
   * along whole, with what was added. `bring` when absent.
   */
  carry?(value: Value, place: BringPlace<Value>): Value | undefined;
  /** The keys of an entry that hold ids of the field, for this value: with them an entry of one field says it in another. */
  entryIds?(value: Value): Record<string, unknown>;
  /** True where only the server writes the value, out of other things: a change of it is nobody's (features H1). */
  isDerived?: true;
  /**
   * The three texts cut into pieces that come together one by one, and the value made of such pieces; undefined where
   * that says nothing (two formats, HTML of unclear nesting). Goes with `toSource`.
   */
  inPieces?(sides: { base: Value; mine: Value; theirs: Value }): TextPieces<Value> | undefined;
  /** True for what fills the width of a page: long texts, lists of links or files, drawings. Short facts may stand beside it. */
  isWide?: true;
  /** What a table sorts by; `toText` when absent. Null sorts last. */
  toSortKey?(value: Value, field: Field): string | number | null;
  /** Called only when both sides changed and differ; without it that is a conflict. */
  mergeBoth?(base: Value, mine: Value, theirs: Value, field: Field): FieldMerge<Value>;
  /**
   * What choosing one side of a conflict gives where only some entries clash: those are as that side has them, the others
   * stay put together. The side itself when absent.
   */
  takeSide?(
    side: 'base' | 'mine' | 'theirs',
    sides: { base: Value; mine: Value; theirs: Value },
  ): Value;
}

export interface ViewProps<Value> {
  value: Value;
  field: Field;
  /** The entry as the server gave it, when `value` is what it gave: then a view may show what the server rendered. */
  entry?: unknown;
}

/** What a list may hold as the other fields stand (features E10, E11); what is not allowed is not offered anew. */
export interface Offer {
  allows(id: number | string): boolean;
}

export interface InputProps<Value> {
  value: Value;
  field: Field;
  /** For lists; everything may be chosen when absent. */
  offer?: Offer | undefined;
  onChange(value: Value): void;
  /** What the version holds that is being edited: a control may mark what is added and taken out. */
  base?: Value;
  /** The value as it is by then, for a change that ends later than it began (an upload). */
  current?(): Value;
  /** A sentence shown under the control and announced with it. */
  error: string | undefined;
  /** At the right of the label: "Changed" with its undo. */
  aside?: ReactNode;
}

/** A change that is about to be sent. */
export interface ConsequenceProps<Value> {
  field: Field;
  before: Value;
  after: Value;
}

/** The components of one contract. Method syntax on purpose: the registry holds them for any `Value`. */
export interface FieldComponents<Value = unknown> {
  View(props: ViewProps<Value>): ReactNode;
  /** In a table: one line, 32 px high. `toText` when absent. */
  Cell?(props: ViewProps<Value>): ReactNode;
  /** As one side of a change, where the cell says too little for that: a time and not how long ago it is. */
  Exact?(props: ViewProps<Value>): ReactNode;
  Input?(props: InputProps<Value>): ReactNode;
  /** What has to be known of a change before it is sent, besides what differs: whom it means, what it creates. */
  Consequence?(props: ConsequenceProps<Value>): ReactNode;
}

/** The whole text of a value with its lines, as versions are compared and what has no place is copied by. */
export function sourceOf(
  { contract, field }: { contract: FieldContract; field: Field },
  value: unknown,
): string {
  return contract.toSource?.(value, field) ?? contract.toText(value, field);
}

/** Whether two values of a field say the same: what differs in nothing that people see was changed by nobody. */
export function isSameValue<Value>(
  { isSame = equal }: Pick<FieldContract<unknown, Value>, 'isSame'>,
  a: Value,
  b: Value,
): boolean {
  return isSame(a, b);
}

/** Three-way merge of one field: the side that did not change yields, equal changes agree, else the contract's own. */
export function mergeField<Value>(
  contract: FieldContract<unknown, Value>,
  field: Field,
  sides: { base: Value; mine: Value; theirs: Value },
): FieldMerge<Value> {
  const { base, mine, theirs } = sides;
  if (isSameValue(contract, mine, theirs)) return { outcome: 'agreed', value: theirs };
  if (equal(base, theirs)) return { outcome: 'mine', value: mine };
  if (isSameValue(contract, base, mine)) return { outcome: 'theirs', value: theirs };
  const both = contract.mergeBoth?.(base, mine, theirs, field);
  // Only I changed it; what I left alone is kept byte for byte as it stands there by now.
  if (isSameValue(contract, base, theirs)) {
    return { outcome: 'mine', value: both && both.outcome !== 'conflict' ? both.value : mine };
  }
  return both ?? { outcome: 'conflict', value: mine };
}
