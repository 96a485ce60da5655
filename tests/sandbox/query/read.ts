import { startOfDay } from '../clock';
import type { SandboxArtifact, SandboxField, TextContent, World } from '../model';
import {
  currentValues,
  firstChangeset,
  lastChangeset,
  numberInTracker,
} from '../tracker/artifacts';

/** What a query compares: the stored values of an artifact as text, number, instant or ids. */

/** Raw content, tags and Markdown marks included: the server searches what it stores. */
export function textOf(artifact: SandboxArtifact, field: SandboxField): string {
  const value = currentValues(artifact).get(field.id);
  if (typeof value === 'string') return value;
  return (value as TextContent | undefined)?.content ?? '';
}

export function numberOf(
  world: World,
  artifact: SandboxArtifact,
  field: SandboxField,
): number | null {
  if (field.type === 'aid' || field.type === 'priority') return artifact.id;
  if (field.type === 'atid') return numberInTracker(world, artifact);
  const value = currentValues(artifact).get(field.id);
  return typeof value === 'number' ? value : null;
}

/** Unix seconds of a date, of the submission or of the last update. */
export function secondsOf(artifact: SandboxArtifact, field: SandboxField): number | null {
  if (field.type === 'subon') return firstChangeset(artifact).submittedOn;
  if (field.type === 'lud') return lastChangeset(artifact).submittedOn;
  const value = currentValues(artifact).get(field.id);
  if (typeof value !== 'string' || value === '') return null;
  return value.length === 10 ? startOfDay(value) : Math.floor(Date.parse(value) / 1000);
}

/** Ids of a list; authors of automatic fields included. */
export function idsOf(
  artifact: SandboxArtifact,
  field: SandboxField,
): readonly (number | string)[] {
  if (field.type === 'subby') return [firstChangeset(artifact).submittedBy];
  if (field.type === 'luby') return [lastChangeset(artifact).submittedBy];
  return (currentValues(artifact).get(field.id) as (number | string)[] | undefined) ?? [];
}

/** Names and descriptions of attached files. */
export function fileTextsOf(
  world: World,
  artifact: SandboxArtifact,
  field: SandboxField,
): string[] {
  const ids = (currentValues(artifact).get(field.id) as number[] | undefined) ?? [];
  return ids.flatMap((id) => {
    const file = world.files.get(id);
    return file ? [file.name, file.description ?? ''] : [];
  });
}

const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Substring as MySQL's collation finds it: neither case nor accents count. */
export function contains(text: string, part: string): boolean {
  return fold(text).includes(fold(part));
}

const wordsOf = (text: string): string[] => fold(text).match(/[\p{L}\p{N}_]{3,}/gu) ?? [];

/**
 * Comments are found by whole words, as the database's full-text index keeps them: nothing shorter than three
 * characters is in it (recorded: `@comments != 'a'` keeps a comment that has an "a").
 */
export function containsWords(text: string, wanted: string): boolean {
  const words = new Set(wordsOf(text));
  const asked = wordsOf(wanted);
  return asked.length > 0 && asked.every((word) => words.has(word));
}
