import type { Option } from './options';

/** What a popup holds at most: the kit builds all it is given at once, and 5,000 of them stop the page for 0.1 s. */
export const MOST_SHOWN = 50;

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

/**
 * The options that hold every word of `text`, and how many more there are; last the chosen ones that do not match (an
 * input shows the label of what it holds, and the first arrow must not land on them). Options keep their order.
 */
export function matches(
  options: readonly Option[],
  text: string,
  chosen: readonly string[],
): Option[] {
  const words = fold(text).split(/\s+/).filter(Boolean);
  const held = new Set(chosen);
  const found: Option[] = [];
  const kept: Option[] = [];
  let more = 0;
  for (const option of options) {
    const isMatch =
      words.length === 0 || words.every((word) => foldedOption(option).includes(word));
    if (isMatch && found.length < MOST_SHOWN) found.push(option);
    else if (held.has(option.value)) kept.push(option);
    else if (isMatch) more += 1;
  }
  if (more > 0) {
    const label = `${more.toLocaleString('en')} more: type to find them`;
    found.push({ value: ' more', label, isDisabled: true });
  }
  return [...found, ...kept];
}
