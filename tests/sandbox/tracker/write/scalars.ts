import { atom, dayOf, strtotime } from '../../clock';
import { refuse } from '../../http';
import type { TextContent } from '../../model';
import { type Entry, isRecord, type Parsed, type WritePlace } from './place';

const maxTextBytes = 65_535;

/** A missing or null `value` is the recorded 400 of all scalar types (artifacts/78), missing bracket included. */
export function givenValue(place: WritePlace, entry: Entry): unknown {
  if (entry.value !== undefined && entry.value !== null) return entry.value;
  return refuse(
    400,
    `Expected format for field ${place.field.id} : {"field_id" : 15458, "value" : some_value`,
  );
}

export function parseString(place: WritePlace, entry: Entry): Parsed {
  const value = givenValue(place, entry);
  const { field, feedback } = place;
  if (typeof value !== 'string') {
    feedback.add(`${field.label} is not a string.`);
    return undefined;
  }
  const limit = Number(field.specific?.maxchars ?? 0);
  if (limit > 0 && [...value].length > limit) {
    feedback.add(`${field.label} can not contain more than ${limit} characters.`);
  }
  // The server's own spelling (source: StringField::validate).
  if (['\r', '\n', '\0'].some((sign) => value.includes(sign))) {
    feedback.add(`${field.label} can contain neiher carriage return nor null char.`);
  }
  return { value };
}

/** A bare string and an unknown format are stored as CommonMark (recorded artifacts/66–69). */
export function textOf(value: unknown): TextContent | undefined {
  if (typeof value === 'string') return { content: value, format: 'commonmark' };
  if (!isRecord(value) || typeof value.content !== 'string') return undefined;
  const format = value.format === 'html' || value.format === 'text' ? value.format : 'commonmark';
  return { content: value.content, format };
}

export function parseText(place: WritePlace, entry: Entry): Parsed {
  const text = textOf(givenValue(place, entry));
  const { field, feedback } = place;
  if (!text) {
    feedback.add(`${field.label} is not a text.`);
    return undefined;
  }
  if (new TextEncoder().encode(text.content).length > maxTextBytes) {
    feedback.add(`${field.label} can not contain more than ${maxTextBytes} characters.`);
  }
  return { value: text };
}

export function parseInt10(place: WritePlace, entry: Entry): Parsed {
  const value = givenValue(place, entry);
  if (value === '') return { value: null };
  const text = typeof value === 'number' || typeof value === 'string' ? String(value) : '';
  if (/^[+-]?\d+$/.test(text)) return { value: Number(text) };
  place.feedback.add(`${place.field.label} is not an integer.`);
  return undefined;
}

export function parseFloat10(place: WritePlace, entry: Entry): Parsed {
  const value = givenValue(place, entry);
  if (value === '') return { value: null };
  const text = typeof value === 'number' || typeof value === 'string' ? String(value) : '';
  if (/^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(text)) return { value: Number(text) };
  place.feedback.add(`${place.field.label} is not a float.`);
  return undefined;
}

/**
 * The date trap: what cannot be read is stored as 1970-01-01, without a word (recorded artifacts/86, 87); a zone is
 * shifted to the server's own and may change the day (189, 190).
 */
export function parseDate(place: WritePlace, entry: Entry): Parsed {
  const value = givenValue(place, entry);
  if (value === '') return { value: null };
  const seconds = strtotime(String(value));
  const isTimed = place.field.isTimeDisplayed ?? false;
  if (seconds === null) return { value: isTimed ? '1969-12-31T23:00:00Z' : '1970-01-01' };
  return { value: isTimed ? `${atom(seconds - (seconds % 60))}` : dayOf(seconds) };
}

export function parseComputed(_place: WritePlace, entry: Entry): Parsed {
  const { is_autocomputed: isAuto, manual_value: manual } = entry;
  const isContradictory = isAuto === true && manual !== undefined && manual !== null;
  const isNothing = isAuto !== true && (manual === undefined || manual === null);
  const isBadNumber = manual !== undefined && manual !== null && !Number.isFinite(Number(manual));
  if (entry.value !== undefined || isContradictory || isNothing || isBadNumber) {
    refuse(
      400,
      'Expected format for a computed field  : {"field_id" : 15458, "manual_value" : 12} or {"field_id" : 15458, "is_autocomputed" : true}',
    );
  }
  if (isAuto === true) return { value: { isAutocomputed: true, manual: null } };
  return { value: { isAutocomputed: false, manual: Number(manual) } };
}

/** The plain text comes in, something unreadable is kept; what was read before means "unchanged". */
export function parseEncrypted(place: WritePlace, entry: Entry): Parsed {
  const value = givenValue(place, entry);
  if (typeof value !== 'string') {
    place.feedback.add(`${place.field.label} is not a string.`);
    return undefined;
  }
  if (value === '' || value === place.before) return { value };
  const bytes = new TextEncoder().encode(value);
  return { value: btoa(String.fromCharCode(...[...bytes].map((byte) => byte ^ 0x5a))) };
}

/** Replaces all steps; on an update each needs a rank of its own (artifacts.md §4). */
export function parseSteps(place: WritePlace, entry: Entry): Parsed {
  const value = givenValue(place, entry);
  if (!Array.isArray(value)) return refuse(400, `Expected format for field ${place.field.id}`);
  const steps = value.filter(isRecord);
  if (place.kind === 'update' && steps.some((step) => typeof step.rank !== 'number')) {
    refuse(400, 'All step definitions must have a rank');
  }
  const ranks = steps.map(({ rank }) => rank).filter((rank) => typeof rank === 'number');
  const double = ranks.find((rank, index) => ranks.indexOf(rank) !== index);
  if (double !== undefined) refuse(400, `The rank ${double} can not be used multiple times`);
  const base = place.viewer.world.nextId.changeset * 100;
  return {
    value: steps.map((step, index) => ({
      id: base + index,
      rank: typeof step.rank === 'number' ? step.rank : index + 1,
      description: String(step.description ?? ''),
      expected: String(step.expected_results ?? ''),
    })),
  };
}
