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
  const words = fold(text).split(/\s+/).filter(Boolean);
  const found =
    words.length === 0
      ? options
      : options.filter(
          (option) =>
            option.value === alike || words.every((word) => foldedOption(option).includes(word)),
        );
  const shown = found.length > MOST_SHOWN ? found.slice(0, FIRST_SHOWN) : found;
  const held = new Set(chosen);
  const inSight = new Set(shown);
  const kept = options.filter((option) => held.has(option.value) && !inSight.has(option));
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
