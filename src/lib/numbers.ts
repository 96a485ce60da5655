import type { Reader } from './dates';

/** What a typed number means, or a sentence that says why it means none. */
export type ParsedNumber = { value: number } | { problem: string };

const decimal = /^[+-]?(\d+(\.\d*)?|\.\d+)([eE][+-]?\d+)?$/;
const whole = /^[+-]?\d+$/;

/** Thousands in groups of three, parted by any space or apostrophe: no language means anything else by it. */
const groups = /^([+-]?\d{1,3})((?:[ \u00a0\u2009\u202f'\u2019]\d{3})+)(?=[.,]\d+$|$)/;

/**
 * The digits of what was typed or pasted, where only one number can be meant: without the spaces of thousands, with the
 * plain minus sign, without what cannot be seen (marks of direction, as spreadsheets put them).
 */
function plainDigits(text: string): string {
  return text
    .replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '')
    .trim()
    .replace(/^[\u2212\u2013]/, '-')
    .replace(groups, (_all, first: string, rest: string) => first + rest.replace(/\D/g, ''));
}

const SEPARATORS = 'Write the digits without separators.';

function explain(text: string): string {
  const comma = /^([+-]?\d+),(\d+)$/.exec(text);
  if (comma) {
    const [, before = '', after = ''] = comma;
    return after.length === 3
      ? `Write ${before}${after} or ${before}.${after}: a comma could mean either.`
      : `Use a point for decimals: ${before}.${after}.`;
  }
  if (/^[+-]?\d{1,3}([,.]\d{3})+([.,]\d+)?$/.test(text)) {
    return SEPARATORS;
  }
  return 'This is not a number.';
}

/** -0 is 0: the two differ for Object.is, and would read as a change. */
function withoutSign(value: number): number {
  return value === 0 ? 0 : value;
}

function significantDigits(text: string): string {
  return text
    .replace(/e.*$/i, '')
    .replace(/\D/g, '')
    .replace(/^0+|0+$/g, '');
}

const commas = new Map<string | undefined, boolean>();

/** Whether the reader's language writes decimals with a comma. */
function usesComma({ locale }: Reader): boolean {
  const known = commas.get(locale);
  if (known !== undefined) return known;
  const parts = new Intl.NumberFormat(locale).formatToParts(1.5);
  const isComma = parts.some(({ type, value }) => type === 'decimal' && value === ',');
  commas.set(locale, isComma);
  return isComma;
}

/**
 * A number with a point for decimals, or with a comma where the reader's language writes one; an exponent is allowed.
 * Elsewhere a comma is explained, never guessed. The number has the digits that were typed, or there is a problem.
 */
export function parseDecimal(text: string, reader: Reader = {}): ParsedNumber {
  const given = plainDigits(text);
  const typed = /^[+-]?\d+,\d+$/.test(given) && usesComma(reader) ? given.replace(',', '.') : given;
  if (!decimal.test(typed)) return { problem: explain(typed) };
  const value = Number(typed);
  if (!Number.isFinite(value)) return { problem: 'This number is too large.' };
  // A number holds 15 digits for certain: of more, some would change on the way without a word.
  if (significantDigits(String(value)) !== significantDigits(typed)) {
    return { problem: 'So many digits do not fit: shorten it.' };
  }
  return { value: withoutSign(value) };
}

/**
 * How a number is read whose signs may be meant in two ways: a comma is a thousand in one language and a half in another,
 * and `1.500` is one and a half here, whatever it is on the reader's invoices. `''` for any other.
 */
export function readAs(text: string, reader: Reader = {}): string {
  const parsed = parseDecimal(text, reader);
  if (!('value' in parsed)) return '';
  const isPlain = plainDigits(text) === text.trim();
  if (text.includes(',') || !isPlain) return `Sent as ${parsed.value}`;
  const isThousand = /^[+-]?[1-9]\d{0,2}\.\d{3}$/.test(text.trim()) && usesComma(reader);
  return isThousand ? `Sent as ${parsed.value}, not as ${text.trim().replace('.', '')}` : '';
}

/** A whole number that survives the way to the server and back exactly. */
export function parseWhole(text: string, reader: Reader = {}): ParsedNumber {
  const typed = plainDigits(text);
  if (!whole.test(typed)) {
    // Nobody means a half by it where there are only whole ones, whatever the language.
    if (/^[+-]?[1-9]\d{0,2}([.,]\d{3})+$/.test(typed)) return { problem: SEPARATORS };
    const parsed = parseDecimal(typed.replace(/^([+-]?\d+),(?=\d+$)/, '$1.'), reader);
    return 'problem' in parsed ? parsed : { problem: 'Only whole numbers are possible here.' };
  }
  const value = Number(typed);
  return Number.isSafeInteger(value)
    ? { value: withoutSign(value) }
    : { problem: 'This number is too large.' };
}

/** `212 KB`, `1.1 MB`: the size of a file, in steps of 1,024. */
export function formatBytes(bytes: number): string {
  if (bytes < 1024) return `${bytes} ${bytes === 1 ? 'byte' : 'bytes'}`;
  const units = ['KB', 'MB', 'GB', 'TB'];
  let size = bytes / 1024;
  let unit = 0;
  while (size >= 1023.5 && unit < units.length - 1) {
    size /= 1024;
    unit += 1;
  }
  return `${size < 10 ? size.toFixed(1) : Math.round(size)} ${units[unit]}`;
}
