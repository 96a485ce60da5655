import type { SandboxArtifact } from '../model';
import { contains } from './read';

export type ArtifactTest = (artifact: SandboxArtifact) => boolean;

export const everything: ArtifactTest = () => true;

const never = (): boolean => false;

/** `/…/` and `!/…/` are regular expressions of the database; one that it refuses matches nothing here. */
function regexTest(text: string): ((value: string) => boolean) | undefined {
  const [, not, source] = /^(!?)\/(.*)\/$/s.exec(text) ?? [];
  if (source === undefined) return undefined;
  try {
    const expression = new RegExp(source, 'i');
    return (value) => expression.test(value) === (not === '');
  } catch {
    return never;
  }
}

/** Words are ANDed substrings; an empty text filters nothing. */
export function textTest(text: string): (value: string) => boolean {
  const regex = regexTest(text);
  if (regex) return regex;
  const words = text.split(/\s+/).filter((word) => word !== '');
  return (value) => words.every((word) => contains(value, word));
}

const number = '(-?\\d+(?:\\.\\d+)?)';
const comparison = new RegExp(`^(<=|>=|<|>|=)?\\s*${number}$`);
const range = new RegExp(`^${number}\\s*-\\s*${number}$`);

/** `12`, `<12`, `>=12`, `1 - 5`, `/regex/`; undefined for any other text, which then filters nothing. */
export function numberTest(text: string): ((value: number | null) => boolean) | undefined {
  const trimmed = text.trim();
  const regex = regexTest(trimmed);
  if (regex) return (value) => value !== null && regex(String(value));
  const [, low, high] = range.exec(trimmed) ?? [];
  if (low !== undefined && high !== undefined) {
    return (value) => value !== null && value >= Number(low) && value <= Number(high);
  }
  const [whole, operator = '=', limit] = comparison.exec(trimmed) ?? [];
  if (whole === undefined) return undefined;
  const wanted = Number(limit);
  return (value) => value !== null && compare(value, operator, wanted);
}

export function compare(value: number, operator: string, wanted: number): boolean {
  switch (operator) {
    case '<':
      return value < wanted;
    case '<=':
      return value <= wanted;
    case '>':
      return value > wanted;
    case '>=':
      return value >= wanted;
    default:
      return value === wanted;
  }
}
