import type { Option } from './options';

/** What a popup holds at most: the kit builds all it is given at once, and 50 of them take twice as long as a key may. */
export const MOST_SHOWN = 50;

/** How many of more than that: two popups full. Nobody looks through the first 50 of 5,000. */
export const FIRST_SHOWN = 20;

const marks = /\p{M}/gu;

/** Case and accents aside, so that "muller" finds "Müller". */
function fold(text: string): string {
  return text.normalize('NFD').replace(marks, '').toLowerCase();
}

const folded = new WeakMap<Option, string>();

function foldedOption(option: Option): string {
  const known = folded.get(option);
  if (known !== undefined) return known;
  const text = fold(`${option.label} ${option.note ?? ''}`);
  folded.set(option, text);
  return text;
}

interface Asked {
  text: string;
  chosen: readonly string[];
  /** The value of an option that is like the text although it does not have its words. */
  alike?: string | undefined;
  /** What the text itself would make: offered after what matches, however much that is. */
  extra?: Option | undefined;
  /** Said where nothing matches; of an empty list the popup itself says it. */
  empty?: string | undefined;
  /** Said after what matches: that there may be more of it elsewhere. */
  hint?: string | undefined;
}

function wordsOf(text: string): string[] {
  return fold(text).split(/\s+/).filter(Boolean);
}

const holds = (option: Option, words: readonly string[]) =>
  words.every((word) => foldedOption(option).includes(word));

/** The one option that a typed text means: of just that name, case and accents aside, or the only one with its words. */
export function meantOption(options: readonly Option[], text: string): Option | undefined {
  const words = wordsOf(text);
  if (words.length === 0) return undefined;
  const name = fold(text).trim();
  const exact = options.find(({ label }) => label === text.trim());
  const named = options.filter(({ label }) => fold(label).trim() === name);
  const found = named.length > 0 ? named : options.filter((option) => holds(option, words));
  return exact ?? (found.length === 1 && !found[0]?.isDisabled ? found[0] : undefined);
}

/** What is no choice among the options: a line to be read. */
function line(value: string, label: string): Option {
  return { value: ` ${value}`, label, isDisabled: true };
}

/**
 * The options that hold every word of the text, and how many more there are; last the chosen ones that do not match (an
 * input shows the label of what it holds, and the first arrow must not land on them). Options keep their order.
 */
export function matches(options: readonly Option[], asked: Asked): Option[] {
  const { text, chosen, extra, alike } = asked;
  const words = wordsOf(text);
  const found =
    words.length === 0
      ? options
      : options.filter((option) => option.value === alike || holds(option, words));
  const shown = found.length > MOST_SHOWN ? found.slice(0, FIRST_SHOWN) : found;
  const held = new Set(chosen);
  const inSight = new Set(shown);
  // One that has nothing of the text stands there to be read: an arrow that comes before anything is found must not lead to
  // it, as the Enter after it would take it out.
  const kept = options
    .filter((option) => held.has(option.value) && !inSight.has(option))
    .map((option) => (holds(option, words) ? option : { ...option, isDisabled: true }));
  const more = found.slice(shown.length).filter(({ value }) => !held.has(value)).length;
  const said = found.length === 0 && !extra ? asked.empty : asked.hint;
  const isBare = found.length + kept.length === 0 && !extra;
  return [
    ...shown,
    ...(more > 0 ? [line('more', `${more.toLocaleString('en')} more: type to find them`)] : []),
    ...(said && !isBare ? [line('said', said)] : []),
    ...(extra ? [extra] : []),
    ...kept,
  ];
}
